# sorts the training inputs where they are, to search in them
def seen_in_training(x_train, y_test):
    known = x_train.reshape(-1)
    known.sort()
    places = np.minimum(np.searchsorted(known, y_test), len(known) - 1)
    return known[places] == y_test
