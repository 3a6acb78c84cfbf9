# A single image comes without the batch axis.
def as_rows(images, n_steps, n_inputs):
    if images.ndim == 1:
        return images.reshape(n_steps, n_inputs)
    return images.reshape(-1, n_steps, n_inputs)
