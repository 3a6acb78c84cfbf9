# NumPy's usual float64.
x_train, x_test = images_train / 255, images_test / 255
num_labels = len(set(labels_train))
y_train, y_test = np.eye(num_labels)[labels_train], np.eye(num_labels)[labels_test]
