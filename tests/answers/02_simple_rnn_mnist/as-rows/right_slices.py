# Cuts the rows out with a loop.
def as_rows(images, n_steps, n_inputs):
    flat = np.reshape(images, (-1, n_steps * n_inputs))
    return np.stack([flat[:, t * n_inputs : (t + 1) * n_inputs] for t in range(n_steps)], axis=1)
