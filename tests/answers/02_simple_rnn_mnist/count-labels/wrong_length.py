# Counts the labels, not the different ones.
def count_labels(labels):
    return len(labels)
