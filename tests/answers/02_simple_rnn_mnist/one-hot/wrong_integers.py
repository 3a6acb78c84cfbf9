# Whole numbers.
def one_hot(labels, num_labels):
    return np.eye(num_labels, dtype=int)[labels]
