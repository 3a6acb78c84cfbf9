# Rounds to the nearest.
def steps_per_epoch(n_images, batch_size):
    return round(n_images / batch_size)
