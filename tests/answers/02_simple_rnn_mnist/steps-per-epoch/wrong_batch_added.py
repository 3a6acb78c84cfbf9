# Adds a whole batch before dividing.
def steps_per_epoch(n_images, batch_size):
    return (n_images + batch_size) // batch_size
