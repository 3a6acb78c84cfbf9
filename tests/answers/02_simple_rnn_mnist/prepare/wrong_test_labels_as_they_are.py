# Leaves the test labels whole numbers.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_test, 28, 28))
num_labels = count_labels(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), labels_test
