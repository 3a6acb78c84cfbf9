# with keras.ops
def consecutive_numbers(n_vectors, n_steps):
    first = keras.ops.arange(n_vectors, dtype="float32")
    steps = keras.ops.arange(n_steps, dtype="float32")
    return first[:, None, None] + steps[None, :, None], first + n_steps
