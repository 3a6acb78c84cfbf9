# Multiplies by 1/255.
def scale(images):
    return images.astype(np.float32) * np.float32(1 / 255)
