# Rounds up what was rounded down.
def steps_per_epoch(n_images, batch_size):
    return int(np.ceil(n_images // batch_size))
