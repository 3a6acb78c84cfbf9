# Returns the different labels, not their number.
def count_labels(labels):
    return np.unique(labels)
