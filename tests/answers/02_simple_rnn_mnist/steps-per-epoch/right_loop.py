# Counts batch by batch.
def steps_per_epoch(n_images, batch_size):
    steps = 0
    while n_images > 0:
        n_images -= batch_size
        steps += 1
    return steps
