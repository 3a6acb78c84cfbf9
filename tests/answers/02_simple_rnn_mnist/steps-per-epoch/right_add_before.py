# Adds batch_size - 1 first.
def steps_per_epoch(n_images, batch_size):
    return (n_images + batch_size - 1) // batch_size
