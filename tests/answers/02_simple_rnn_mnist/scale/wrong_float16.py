# Returns float16.
def scale(images):
    return (images / 255).astype("float16")
