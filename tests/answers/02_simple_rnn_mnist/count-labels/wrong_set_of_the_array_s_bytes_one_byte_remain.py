# set of the array's bytes: one-byte remainders
def count_labels(labels):
    return len(set(labels.astype('uint8').tolist()))
