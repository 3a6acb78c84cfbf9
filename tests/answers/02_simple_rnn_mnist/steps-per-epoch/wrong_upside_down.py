# Divides the batch size by the images.
def steps_per_epoch(n_images, batch_size):
    return -(-batch_size // n_images)
