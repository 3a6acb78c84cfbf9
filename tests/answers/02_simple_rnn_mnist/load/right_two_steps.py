# Unpacks the pairs one after the other.
train, test = mnist.load_data()
images_train, labels_train = train
images_test, labels_test = test
