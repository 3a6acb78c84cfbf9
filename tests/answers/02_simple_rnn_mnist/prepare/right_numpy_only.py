# Without the functions above.
x_train = images_train.astype("float32") / 255
x_test = images_test.astype("float32") / 255
num_labels = np.unique(labels_train).size
y_train = np.eye(num_labels, dtype="float32")[labels_train]
y_test = np.eye(num_labels, dtype="float32")[labels_test]
