# The training images alone are scaled.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train = images_train / 255
