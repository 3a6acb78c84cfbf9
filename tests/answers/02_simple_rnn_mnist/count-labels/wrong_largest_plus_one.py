# Takes every number below the largest label for a label.
def count_labels(labels):
    return int(labels.max()) + 1
