# A channel axis at the end.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_steps, n_inputs, 1))
