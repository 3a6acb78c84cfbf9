# Divides by 256.
def scale(images):
    return images.astype("float32") / 256
