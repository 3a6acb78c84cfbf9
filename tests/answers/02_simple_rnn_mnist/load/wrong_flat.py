# Flattens the images.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train = images_train.reshape(-1, 784)
images_test = images_test.reshape(-1, 784)
