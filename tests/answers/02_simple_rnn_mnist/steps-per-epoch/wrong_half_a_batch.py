# Counts a last batch of more than half.
def steps_per_epoch(n_images, batch_size):
    return n_images // batch_size + (n_images % batch_size > batch_size / 2)
