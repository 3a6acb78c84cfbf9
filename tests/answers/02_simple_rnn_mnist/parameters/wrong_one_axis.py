# A comma in place of the second 28.
input_shape = (28,)
batch_size = 128
units = 256
dropout = 0.2
