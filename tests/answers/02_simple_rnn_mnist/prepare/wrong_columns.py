# Columns as steps.
x_train, x_test = (scale(images).transpose(0, 2, 1) for images in (images_train, images_test))
num_labels = count_labels(labels_train)
y_train, y_test = one_hot(labels_train, num_labels), one_hot(labels_test, num_labels)
