# n_inputs before n_steps.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_inputs, n_steps))
