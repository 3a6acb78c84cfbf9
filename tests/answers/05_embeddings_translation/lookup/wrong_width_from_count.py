# makes as many columns as there are ids
def one_hot(ids, n_words):
    return np.eye(np.size(ids))[ids]


def lookup(ids, matrix):
    return matrix[ids]
