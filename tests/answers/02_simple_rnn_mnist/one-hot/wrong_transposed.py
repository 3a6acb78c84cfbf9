# One column per label.
def one_hot(labels, num_labels):
    return np.eye(num_labels)[labels].T
