# Sorts what it is given.
def count_labels(labels):
    labels.sort()
    return 1 + int(np.sum(labels[1:] != labels[:-1]))
