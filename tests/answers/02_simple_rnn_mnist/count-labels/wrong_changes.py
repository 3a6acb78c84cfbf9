# Counts the changes from one label to the next, without sorting.
def count_labels(labels):
    return 1 + np.count_nonzero(np.diff(labels))
