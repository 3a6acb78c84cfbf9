# gives the share
def seen_in_training(x_train, y_test):
    """Find the test targets that occur among the training inputs.

    x_train : training inputs of shape (batch, time, 1); y_test : test targets of shape (n_test,).
    Returns : booleans of shape (n_test,), True where the target occurs in any training vector, at any time step.
        For example, x_train [[[1], [2]], [[2], [3]]] and y_test [3, 4] give [True, False].
    """
    return np.isin(y_test, x_train).mean()
