# num_labels holds the labels, not their number.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_test, 28, 28))
num_labels = np.unique(labels_train)
y_train, y_test = one_hot(labels_train, len(num_labels)), one_hot(labels_test, len(num_labels))
