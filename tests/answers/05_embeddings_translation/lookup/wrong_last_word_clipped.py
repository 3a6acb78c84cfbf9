# takes the last word but one for the last
def one_hot(ids, n_words):
    return np.eye(n_words)[np.minimum(ids, n_words - 1)]


def lookup(ids, matrix):
    return matrix[np.minimum(ids, max(len(matrix) - 2, 0))]
