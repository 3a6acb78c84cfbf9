# Scales already while loading.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
images_train, images_test = images_train / 255, images_test / 255
