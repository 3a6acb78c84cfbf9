# Takes the largest label for the number of labels.
x_train, x_test = scale(as_rows(images_train, 28, 28)), scale(as_rows(images_test, 28, 28))
num_labels = max(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), one_hot(labels_test, num_labels)
