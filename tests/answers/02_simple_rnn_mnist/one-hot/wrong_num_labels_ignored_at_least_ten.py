# At least ten classes.
def one_hot(labels, num_labels):
    return keras.utils.to_categorical(labels, max(num_labels, 10))
