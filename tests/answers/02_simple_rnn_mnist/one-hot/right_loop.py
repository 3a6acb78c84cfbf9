# A loop over the labels.
def one_hot(labels, num_labels):
    rows = np.zeros((len(labels), num_labels), dtype="float32")
    for i, label in enumerate(labels):
        rows[i, label] = 1.0
    return rows
