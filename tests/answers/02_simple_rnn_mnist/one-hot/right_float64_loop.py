# Python floats in a loop over the rows.
def one_hot(labels, num_labels):
    rows = []
    for label in labels:
        row = np.zeros(num_labels)
        row[int(label)] = 1.0
        rows.append(row)
    return np.stack(rows)
