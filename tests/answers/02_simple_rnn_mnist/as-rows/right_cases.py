# Each of the three cases apart.
def as_rows(images, n_steps, n_inputs):
    images = np.asarray(images)
    if images.ndim == 3:
        return images
    if images.ndim == 1:
        images = images[np.newaxis]
    return images.reshape(len(images), n_steps, n_inputs)
