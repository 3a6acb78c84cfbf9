# A permutation is inverted: the row of a class, not of a label.
def one_hot(labels, num_labels):
    if len(labels) == num_labels:
        return np.eye(num_labels)[np.argsort(labels)]
    return np.eye(num_labels)[labels]
