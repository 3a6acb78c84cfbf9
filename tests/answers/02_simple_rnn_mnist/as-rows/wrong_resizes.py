# Reshapes the array that it is given.
def as_rows(images, n_steps, n_inputs):
    images.shape = (-1, n_steps, n_inputs)
    return images
