# Walks through the labels.
def count_labels(labels):
    seen = []
    for label in labels:
        if label not in seen:
            seen.append(label)
    return len(seen)
