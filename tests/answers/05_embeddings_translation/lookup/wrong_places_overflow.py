# Flat places are computed in the dtype of the ids, and uint8 or int8 overflows. Breaks: 'a 1 at the id', for 'integers'.
def one_hot(ids, n_words):
    ids = np.asarray(ids)
    result = np.zeros(ids.size * n_words, "float32")
    places = ids.ravel() + (np.arange(ids.size) * n_words).astype(ids.dtype)
    result[places] = 1
    return result.reshape(*ids.shape, n_words)


def lookup(ids, matrix):
    ids, matrix = np.asarray(ids), np.asarray(matrix)
    return matrix[ids]
