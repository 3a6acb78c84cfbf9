# Leaves the fraction.
def steps_per_epoch(n_images, batch_size):
    return n_images / batch_size
