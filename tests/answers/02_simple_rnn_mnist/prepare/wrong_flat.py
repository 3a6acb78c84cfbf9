# Feeds 784 numbers.
x_train, x_test = (scale(images).reshape(-1, 784) for images in (images_train, images_test))
num_labels = count_labels(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), one_hot(labels_test, num_labels)
