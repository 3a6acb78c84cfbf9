# With keras.ops.
def softmax(z):
    z = keras.ops.convert_to_tensor(z)
    e = keras.ops.exp(z - keras.ops.max(z, axis=-1, keepdims=True))
    return e / keras.ops.sum(e, axis=-1, keepdims=True)
