# makes as many columns as the largest id asks for
def one_hot(ids, n_words):
    return np.eye(np.max(ids) + 1)[ids]


def lookup(ids, matrix):
    return matrix[ids]
