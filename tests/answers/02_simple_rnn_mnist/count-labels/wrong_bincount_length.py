# Takes the length of the counts, gaps and all.
def count_labels(labels):
    return len(np.bincount(labels))
