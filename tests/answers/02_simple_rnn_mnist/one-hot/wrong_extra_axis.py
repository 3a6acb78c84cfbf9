# An axis too many.
def one_hot(labels, num_labels):
    return np.eye(num_labels)[labels[:, np.newaxis]]
