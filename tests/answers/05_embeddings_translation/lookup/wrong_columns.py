# takes columns of the matrix
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    return matrix[:, ids]
