# with a set
def seen_in_training(x_train, y_test):
    known = set(np.ravel(x_train).tolist())
    return [value in known for value in np.asarray(y_test).tolist()]
