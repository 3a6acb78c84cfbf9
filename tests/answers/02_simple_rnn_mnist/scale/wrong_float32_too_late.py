# Converts a whole-number quotient.
def scale(images):
    return (images // 255).astype("float32")
