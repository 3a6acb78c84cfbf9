# Copies a line and forgets a name: the test images are training images.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_train, 28, 28))
num_labels = count_labels(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), one_hot(labels_test, num_labels)
