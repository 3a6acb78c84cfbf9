# Returns a text.
def count_labels(labels):
    return f"{len(np.unique(labels))} labels"
