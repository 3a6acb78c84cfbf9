# Takes the first pair for the test part.
(images_test, labels_test), (images_train, labels_train) = mnist.load_data()
