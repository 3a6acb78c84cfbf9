# Subtracts the mean, divides by the standard deviation.
def scale(images):
    images = images.astype("float32")
    return (images - images.mean()) / images.std()
