# NumPy's ceil, a float.
def steps_per_epoch(n_images, batch_size):
    return np.ceil(n_images / batch_size)
