# swaps zeros and ones
def one_hot(ids, n_words):
    return 1 - np.eye(n_words)[ids]


def lookup(ids, matrix):
    return matrix[ids]
