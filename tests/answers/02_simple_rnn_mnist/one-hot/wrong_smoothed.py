# Smooths the labels.
def one_hot(labels, num_labels):
    return keras.utils.to_categorical(labels, num_labels) * 0.9 + 0.1 / num_labels
