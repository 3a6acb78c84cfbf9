# Makes ink dark.
def scale(images):
    return 1 - images.astype("float32") / 255
