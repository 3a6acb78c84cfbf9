# Works out the number of images.
def as_rows(images, n_steps, n_inputs):
    batch = images.size // (n_steps * n_inputs)
    return images.reshape((batch, n_steps, n_inputs)).astype("float64")
