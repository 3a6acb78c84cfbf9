# Reads columns in place of rows.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_inputs, n_steps)).transpose(0, 2, 1)
