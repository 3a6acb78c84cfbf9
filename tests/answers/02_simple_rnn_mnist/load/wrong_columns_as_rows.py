# Transposes the images.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train = images_train.transpose(0, 2, 1)
images_test = images_test.transpose(0, 2, 1)
