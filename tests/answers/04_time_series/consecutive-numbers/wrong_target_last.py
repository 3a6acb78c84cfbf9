# the target is the last number of the vector
def consecutive_numbers(n_vectors, n_steps):
    """Make vectors of consecutive numbers with the number that comes next.

    Returns : data, target: floats of shape (n_vectors, n_steps, 1) and (n_vectors,). Vector i starts at i.
        For example, with n_vectors=2 and n_steps=3, data is [[[0], [1], [2]], [[1], [2], [3]]], target is [3, 4].
    """
    data = [[[i + j] for j in range(n_steps)] for i in range(n_vectors)]
    target = [i + n_steps - 1 for i in range(n_vectors)]
    return np.array(data, dtype=float), np.array(target, dtype=float)
