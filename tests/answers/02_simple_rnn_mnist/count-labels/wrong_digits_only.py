# Looks for the ten digits only.
def count_labels(labels):
    return sum(digit in labels for digit in range(10))
