# Takes the darkest pixel for black.
def scale(images):
    images = images.astype('float32')
    low = images.min()
    return (images - low) / np.float32(255 - low)
