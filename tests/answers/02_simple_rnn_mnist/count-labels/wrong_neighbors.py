# Counts changes, without sorting.
def count_labels(labels):
    return 1 + int(np.sum(labels[1:] != labels[:-1]))
