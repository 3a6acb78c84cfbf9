# Computes in float16.
def scale(images):
    return (images.astype("float16") / np.float16(255)).astype("float32")
