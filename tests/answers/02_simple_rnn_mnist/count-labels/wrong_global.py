# Counts the training labels, whatever it is given.
def count_labels(labels):
    return len(np.unique(labels_train))
