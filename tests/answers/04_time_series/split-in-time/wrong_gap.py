# leaves one step out
def split_in_time(values, n_test):
    """Cut a series in two.

    values : a series of shape (time, features); n_test : how many steps at its end are for testing, at least 1.
    Returns : train, test: the steps before, and the last n_test steps, both in order, of shape (…, features).
        For example, [[1], [2], [3], [4], [5]] and n_test=2 give [[1], [2], [3]] and [[4], [5]].
    """
    return values[: -n_test - 1], values[-n_test:]
