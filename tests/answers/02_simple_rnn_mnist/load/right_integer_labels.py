# Turns the labels to int64, the same numbers.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
labels_train = labels_train.astype("int64")
labels_test = labels_test.astype("int64")
print(images_train.shape, images_test.shape)
