# Counts from 0.
def count_labels(labels):
    return len(np.unique(labels)) - 1
