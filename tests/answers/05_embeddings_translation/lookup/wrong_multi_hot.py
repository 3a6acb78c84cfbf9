# gives one vector for the sentence
def one_hot(ids, n_words):
    return np.eye(n_words)[ids].max(axis=-2)


def lookup(ids, matrix):
    return matrix[ids]
