# compares all with all
def seen_in_training(x_train, y_test):
    return (np.asarray(y_test)[:, None] == np.ravel(x_train)[None, :]).any(axis=1)
