# 150 neurons, as in exercise 10.
input_shape = (28, 28)
batch_size = 128
units = 150
dropout = 0.2
