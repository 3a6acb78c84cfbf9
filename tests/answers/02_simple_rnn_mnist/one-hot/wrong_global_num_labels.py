# Counts the training labels.
def one_hot(labels, num_labels):
    return keras.utils.to_categorical(labels, len(np.unique(labels_train)))
