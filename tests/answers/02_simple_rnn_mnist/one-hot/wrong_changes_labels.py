# Counts from the end in the array that it is given.
def one_hot(labels, num_labels):
    rows = np.zeros((len(labels), num_labels))
    labels -= labels.dtype.type(num_labels)
    rows[np.arange(len(labels)), labels] = 1
    return rows
