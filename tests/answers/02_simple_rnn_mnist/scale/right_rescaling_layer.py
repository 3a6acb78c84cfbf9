# A Rescaling layer.
def scale(images):
    return layers.Rescaling(1 / 255)(images)
