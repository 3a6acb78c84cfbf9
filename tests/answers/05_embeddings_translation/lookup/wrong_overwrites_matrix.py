# overwrites row 0 of the matrix
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    result = matrix[ids]
    matrix[0] = 1
    return result
