# Gives the largest label.
def count_labels(labels):
    return np.max(labels)
