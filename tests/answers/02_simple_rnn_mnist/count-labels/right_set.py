# Uses a Python set.
def count_labels(labels):
    return len(set(labels.tolist()))
