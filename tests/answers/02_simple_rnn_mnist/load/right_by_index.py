# Indexes the two pairs.
data = mnist.load_data()
images_train = data[0][0]
labels_train = data[0][1]
images_test = data[1][0]
labels_test = data[1][1]
