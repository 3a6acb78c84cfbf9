# works on a sentence alone
def one_hot(ids, n_words):
    vectors = np.zeros((len(ids), n_words))
    for k, i in enumerate(ids):
        vectors[k, i] = 1
    return vectors


def lookup(ids, matrix):
    return matrix[ids]
