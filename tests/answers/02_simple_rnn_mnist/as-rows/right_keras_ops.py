# A tensor of keras.ops.
def as_rows(images, n_steps, n_inputs):
    return keras.ops.reshape(images, (-1, n_steps, n_inputs))
