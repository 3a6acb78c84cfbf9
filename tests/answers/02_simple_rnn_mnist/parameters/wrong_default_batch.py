# The batch size that Keras takes by default.
input_shape = (28, 28)
batch_size = 32
units = 256
dropout = 0.2
