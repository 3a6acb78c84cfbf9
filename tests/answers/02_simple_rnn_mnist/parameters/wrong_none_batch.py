# None for the batch.
input_shape = (None, 28, 28)
batch_size = 128
units = 256
dropout = 0.2
