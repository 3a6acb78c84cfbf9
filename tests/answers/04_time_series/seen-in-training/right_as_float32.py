# flat, with intersections
def seen_in_training(x_train, y_test):
    common = np.intersect1d(x_train, y_test)
    return np.array([bool((common == value).any()) for value in y_test])
