# A channel axis.
input_shape = (28, 28, 1)
batch_size = 128
units = 256
dropout = 0.2
