# Transposes a batch that has its shape already.
def as_rows(images, n_steps, n_inputs):
    if images.ndim == 3:
        return images.transpose(0, 2, 1)
    return images.reshape(-1, n_steps, n_inputs)
