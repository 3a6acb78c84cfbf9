# Compares each label with each class.
def one_hot(labels, num_labels):
    return (labels[:, np.newaxis] == np.arange(num_labels)).astype("float32")
