# takes the row after
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    return np.asarray(matrix)[(np.asarray(ids) + 1) % len(matrix)]
