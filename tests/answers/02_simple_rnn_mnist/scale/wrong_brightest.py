# Divides by the brightest pixel.
def scale(images):
    return images.astype("float32") / images.max()
