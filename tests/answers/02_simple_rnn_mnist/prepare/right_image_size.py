# The sizes taken from the images.
_, n_steps, n_inputs = images_train.shape
x_train, x_test = [scale(as_rows(part, n_steps, n_inputs)) for part in (images_train, images_test)]
num_labels = np.int64(count_labels(labels_train))
y_train, y_test = [keras.utils.to_categorical(part, num_labels) for part in (labels_train, labels_test)]
