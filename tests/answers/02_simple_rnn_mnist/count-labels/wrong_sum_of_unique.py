# Adds the different labels up.
def count_labels(labels):
    return np.unique(labels).sum()
