# Divides first, converts last.
def scale(images):
    return (images / 255).astype("float32")
