# divides in float32: large numbers of images are rounded
def steps_per_epoch(n_images, batch_size):
    return int(np.ceil(np.float32(n_images) / np.float32(batch_size)))
