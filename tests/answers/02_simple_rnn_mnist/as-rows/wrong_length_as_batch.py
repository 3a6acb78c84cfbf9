# Takes the length for the number of images: no single image.
def as_rows(images, n_steps, n_inputs):
    return np.reshape(images, (len(images), n_steps, n_inputs))
