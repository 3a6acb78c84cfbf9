# Adds a channel axis, as for a convolutional network.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train, images_test = images_train[..., np.newaxis], images_test[..., np.newaxis]
