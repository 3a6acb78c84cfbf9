# Quotient and remainder.
def steps_per_epoch(n_images, batch_size):
    full, rest = divmod(n_images, batch_size)
    return full + 1 if rest else full
