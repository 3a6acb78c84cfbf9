# math.ceil.
import math


def steps_per_epoch(n_images, batch_size):
    return math.ceil(n_images / batch_size)
