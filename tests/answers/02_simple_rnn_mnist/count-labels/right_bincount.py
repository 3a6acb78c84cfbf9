# Counts the numbers that occur.
def count_labels(labels):
    return np.count_nonzero(np.bincount(labels))
