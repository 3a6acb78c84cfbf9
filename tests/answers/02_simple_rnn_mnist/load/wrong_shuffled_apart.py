# Shuffles the training images and labels, each in its own order.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
np.random.shuffle(images_train)
np.random.shuffle(labels_train)
