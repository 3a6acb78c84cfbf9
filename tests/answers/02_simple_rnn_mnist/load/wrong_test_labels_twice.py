# Names the test labels as training labels too.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
labels_train = labels_test
