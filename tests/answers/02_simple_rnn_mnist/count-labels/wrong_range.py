# Counts from the smallest to the largest label.
def count_labels(labels):
    return labels.max() - labels.min() + 1
