# No return.
def one_hot(labels, num_labels):
    labels = keras.utils.to_categorical(labels, num_labels)
