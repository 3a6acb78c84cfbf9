# Takes label 0 for no label.
def one_hot(labels, num_labels):
    rows = np.zeros((len(labels), num_labels))
    for i, label in enumerate(labels):
        if label:
            rows[i, label] = 1
    return rows
