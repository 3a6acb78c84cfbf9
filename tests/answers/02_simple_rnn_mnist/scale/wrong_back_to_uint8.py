# Converts back to uint8.
def scale(images):
    return (images / 255).astype("uint8")
