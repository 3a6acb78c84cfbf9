# takes a flat batch of one image with n_steps=1 for one that already has its shape: the time axis is missing
def as_rows(images, n_steps, n_inputs):
    if images.shape[-2:] == (n_steps, n_inputs):
        return images
    return images.reshape(-1, n_steps, n_inputs)
