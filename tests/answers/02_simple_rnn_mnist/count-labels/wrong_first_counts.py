# Returns how often each label occurs.
def count_labels(labels):
    return np.unique(labels, return_counts=True)[1]
