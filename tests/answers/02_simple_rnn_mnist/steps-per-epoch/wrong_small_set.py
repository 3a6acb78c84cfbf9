# Forgets sets smaller than a batch.
def steps_per_epoch(n_images, batch_size):
    if n_images < batch_size:
        return 0
    return -(-n_images // batch_size)
