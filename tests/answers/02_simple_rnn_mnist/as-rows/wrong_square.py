# Takes an image for square.
def as_rows(images, n_steps, n_inputs):
    side = int(np.sqrt(images.shape[-1]))
    return images.reshape(-1, side, side)
