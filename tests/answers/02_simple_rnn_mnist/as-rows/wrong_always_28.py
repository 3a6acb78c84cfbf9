# The size of MNIST always.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, 28, 28))
