# One more always.
def steps_per_epoch(n_images, batch_size):
    return n_images // batch_size + 1
