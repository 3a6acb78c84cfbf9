# knows one and two axes alone
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    return matrix[ids] if ids.ndim == 1 else np.array([matrix[row] for row in ids.reshape(len(ids), -1)])
