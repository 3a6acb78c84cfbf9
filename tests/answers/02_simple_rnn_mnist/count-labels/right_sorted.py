# Sorts first, then counts the changes.
def count_labels(labels):
    return 1 + np.count_nonzero(np.diff(np.sort(labels)))
