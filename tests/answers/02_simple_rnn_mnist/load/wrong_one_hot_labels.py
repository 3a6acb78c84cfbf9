# Turns the labels one-hot at once.
(images_train, labels_train), (images_test, labels_test) = mnist.load_data()
labels_train = keras.utils.to_categorical(labels_train)
labels_test = keras.utils.to_categorical(labels_test)
