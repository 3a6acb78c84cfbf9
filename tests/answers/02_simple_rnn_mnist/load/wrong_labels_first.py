# Takes each pair for (labels, images).
(labels_train, images_train), (labels_test, images_test) = mnist.load_data()
