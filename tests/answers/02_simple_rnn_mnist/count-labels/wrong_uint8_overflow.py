# Counts up to the largest label plus 1, which a uint8 does not hold.
def count_labels(labels):
    counts = np.zeros(labels.max() + labels.dtype.type(1), int)
    for label in labels:
        counts[label] = 1
    return int(counts.sum())
