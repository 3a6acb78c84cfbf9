# Python lists.
def as_rows(images, n_steps, n_inputs):
    flat = np.reshape(images, (-1, n_steps * n_inputs)).tolist()
    return [[image[t * n_inputs : (t + 1) * n_inputs] for t in range(n_steps)] for image in flat]
