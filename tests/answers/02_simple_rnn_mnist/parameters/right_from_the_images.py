# Taken from the images.
input_shape = x_train.shape[1:]
batch_size, units, dropout = 128, 256, 0.2
