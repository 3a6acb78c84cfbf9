# Keras' own functions.
def activate(z, name):
    return getattr(keras.activations, name)(keras.ops.convert_to_tensor(z, dtype="float32"))
