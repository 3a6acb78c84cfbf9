# Takes flat batches only.
def as_rows(images, n_steps, n_inputs):
    batch, _ = images.shape
    return images.reshape(batch, n_steps, n_inputs)
