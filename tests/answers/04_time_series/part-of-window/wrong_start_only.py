# looks at the start alone
def part_of_window(starts, n_steps, n_train):
    """Say to which part windows belong.

    starts : whole numbers of shape (windows,), the first step of each window.
    n_steps : the number of inputs of a window; n_train : the number of steps in the training part.
    Returns : whole numbers of shape (windows,): 0 where the inputs and targets all lie in the training part, 1 where
        they all lie in the test part, and -1 where the window crosses the border.
        For example, with n_steps=3 and n_train=10, the starts [0, 7, 10] give [0, -1, 1].
    """
    in_training = starts < n_train
    in_test = starts >= n_train
    return np.where(in_training, 0, np.where(in_test, 1, -1))
