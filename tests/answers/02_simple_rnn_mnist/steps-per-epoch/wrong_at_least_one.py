# At least one, otherwise full batches.
def steps_per_epoch(n_images, batch_size):
    return max(1, n_images // batch_size)
