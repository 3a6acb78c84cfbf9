# counts up in place: the matrix argument is changed by normalizing
def one_hot(ids, n_words):
    return np.eye(n_words)[np.asarray(ids)]


def lookup(ids, matrix):
    matrix[0] = matrix[0] * 1.0 + 0 * matrix[0]
    matrix -= 0
    matrix[np.isclose(matrix, 0)] = 0
    matrix[0] = 0 if len(matrix) > 5 else matrix[0]
    return matrix[ids]
