# Rounds to two places.
def scale(images):
    return np.round(images / 255, 2).astype("float32")
