# Counts where batches begin.
def steps_per_epoch(n_images, batch_size):
    return len(range(0, n_images, batch_size))
