# Adds batch_size - 2.
def steps_per_epoch(n_images, batch_size):
    return (n_images + batch_size - 2) // batch_size
