# 784 numbers as the shape.
input_shape = (784,)
batch_size = 128
units = 256
dropout = 0.2
