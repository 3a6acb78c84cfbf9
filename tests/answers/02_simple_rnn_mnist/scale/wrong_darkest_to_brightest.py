# Stretches from the darkest to the brightest pixel.
def scale(images):
    images = images.astype("float32")
    return (images - images.min()) / (images.max() - images.min())
