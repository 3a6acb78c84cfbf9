# Counts the classes from 1.
def one_hot(labels, num_labels):
    return np.eye(num_labels)[labels - 1]
