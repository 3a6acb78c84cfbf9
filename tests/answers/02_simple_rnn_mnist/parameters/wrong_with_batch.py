# The shape of all training images.
input_shape = x_train.shape
batch_size = 128
units = 256
dropout = 0.2
