# with put_along_axis and take
def one_hot(ids, n_words):
    result = np.zeros((*np.shape(ids), n_words), dtype=int)
    np.put_along_axis(result, np.asarray(ids)[..., None], 1, axis=-1)
    return result


def lookup(ids, matrix):
    return np.take(np.asarray(matrix), ids, axis=0)
