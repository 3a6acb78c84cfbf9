# A tensor of keras.ops.
def one_hot(labels, num_labels):
    return keras.ops.one_hot(labels, num_labels)
