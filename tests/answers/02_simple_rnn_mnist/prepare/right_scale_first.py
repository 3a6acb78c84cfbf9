# Scales before it reshapes; one line each.
x_train = as_rows(scale(images_train), 28, 28)
x_test = as_rows(scale(images_test), 28, 28)
num_labels = count_labels(labels_train)
y_train = one_hot(labels_train, num_labels)
y_test = one_hot(labels_test, num_labels)
