# Throws the result of reshape away.
def as_rows(images, n_steps, n_inputs):
    images.reshape(-1, n_steps, n_inputs)
    return images
