# Booleans.
def one_hot(labels, num_labels):
    return labels[:, None] == np.arange(num_labels)
