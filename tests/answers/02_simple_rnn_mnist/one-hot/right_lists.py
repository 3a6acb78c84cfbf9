# Python lists.
def one_hot(labels, num_labels):
    return [[1.0 if column == label else 0.0 for column in range(num_labels)] for label in labels]
