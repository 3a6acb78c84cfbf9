# Normalizes rows to length 1.
def scale(images):
    return keras.utils.normalize(images.astype("float32"))
