# A list for the shape.
input_shape = [28, 28]
batch_size = 2**7
units = 2**8
dropout = 1 / 5
