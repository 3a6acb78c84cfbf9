# Time before batch.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_steps, n_inputs)).swapaxes(0, 1)
