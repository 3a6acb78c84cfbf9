# gives booleans
def one_hot(ids, n_words):
    return ids[..., None] == np.arange(n_words)


def lookup(ids, matrix):
    return matrix[ids]
