# The method of the array.
def as_rows(images, n_steps, n_inputs):
    return images.reshape(-1, n_steps, n_inputs)
