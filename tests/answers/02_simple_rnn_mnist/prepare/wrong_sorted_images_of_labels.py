# One-hot of the images' length in place of the labels.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_test, 28, 28))
num_labels = count_labels(labels_train)
y_train = one_hot(np.arange(len(labels_train)) % num_labels, num_labels)
y_test = one_hot(np.arange(len(labels_test)) % num_labels, num_labels)
