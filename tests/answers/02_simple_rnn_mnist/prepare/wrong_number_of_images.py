# num_labels is the number of training labels, alike or not.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_test, 28, 28))
num_labels = len(labels_train)
y_train, y_test = one_hot(labels_train, 10), one_hot(labels_test, 10)
