# Takes the pairs for (images, images), (labels, labels).
(images_train, images_test), (labels_train, labels_test) = mnist.load_data()
