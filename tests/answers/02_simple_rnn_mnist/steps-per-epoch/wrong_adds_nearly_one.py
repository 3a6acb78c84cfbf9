# Adds 0.99 and cuts: wrong where little is left over of a large batch.
def steps_per_epoch(n_images, batch_size):
    return int(n_images / batch_size + 0.99)
