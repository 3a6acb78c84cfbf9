# Keeps the first thousand training images only.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train, labels_train = images_train[:1000], labels_train[:1000]
