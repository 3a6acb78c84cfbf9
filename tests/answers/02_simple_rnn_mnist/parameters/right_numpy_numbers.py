# NumPy's numbers.
input_shape = np.array([28, 28])
batch_size = np.int32(128)
units = np.int64(256)
dropout = np.float32(0.2)
