# Rounds to the nearest, half to even.
def steps_per_epoch(n_images, batch_size):
    return max(1, round(n_images / batch_size))
