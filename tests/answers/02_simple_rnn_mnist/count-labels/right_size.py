# The size of the array, as a NumPy number.
def count_labels(labels):
    return np.int64(np.unique(labels).size)
