# One feature per step.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_steps * n_inputs, 1))
