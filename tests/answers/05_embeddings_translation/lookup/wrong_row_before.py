# counts ids from 1
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    return matrix[np.asarray(ids) - 1]
