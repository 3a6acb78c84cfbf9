# Batch size and units swapped.
input_shape = (28, 28)
batch_size = 256
units = 128
dropout = 0.2
