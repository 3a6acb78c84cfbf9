# The share that is kept.
input_shape = (28, 28)
batch_size = 128
units = 256
dropout = 0.8
