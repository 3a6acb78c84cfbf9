# Gives the size of the last batch.
def steps_per_epoch(n_images, batch_size):
    return n_images % batch_size
