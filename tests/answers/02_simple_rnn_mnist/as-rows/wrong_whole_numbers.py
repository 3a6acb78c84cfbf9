# Cuts off what is behind the decimal point.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (-1, n_steps, n_inputs)).astype(int)
