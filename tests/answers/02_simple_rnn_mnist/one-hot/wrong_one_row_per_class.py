# Walks over the classes in place of the labels.
def one_hot(labels, num_labels):
    rows = np.zeros((num_labels, num_labels))
    for i in range(num_labels):
        rows[i, labels[i]] = 1
    return rows
