# One image only.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (n_steps, n_inputs))
