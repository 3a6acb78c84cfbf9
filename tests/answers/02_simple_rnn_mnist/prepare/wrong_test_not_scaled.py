# Forgets to scale the test images.
x_train = scale(as_rows(images_train, 28, 28))
x_test = as_rows(images_test, 28, 28)
num_labels = count_labels(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), one_hot(labels_test, num_labels)
