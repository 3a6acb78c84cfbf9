# Scales to −1..1.
def scale(images):
    return images.astype("float32") / 127.5 - 1
