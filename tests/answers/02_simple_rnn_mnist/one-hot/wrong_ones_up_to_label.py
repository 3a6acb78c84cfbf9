# Sets all columns up to the label.
def one_hot(labels, num_labels):
    return (np.arange(num_labels) <= labels[:, np.newaxis]).astype(float)
