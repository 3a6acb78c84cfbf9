# Counts the labels that occur once.
def count_labels(labels):
    return int(np.sum(np.bincount(labels) == 1))
