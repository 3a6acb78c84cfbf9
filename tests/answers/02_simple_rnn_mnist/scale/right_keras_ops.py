# keras.ops, then back to NumPy.
def scale(images):
    return keras.ops.convert_to_numpy(keras.ops.cast(images, "float32") / 255)
