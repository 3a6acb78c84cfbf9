# A float32 divisor.
def scale(images):
    return np.divide(images, 255, dtype="float32")
