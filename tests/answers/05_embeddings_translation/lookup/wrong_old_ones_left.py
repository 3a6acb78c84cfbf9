# One buffer for each shape, which keeps the ones of earlier calls. Breaks: 'all 0 except for a 1 at the id', and 'return new things'.
_buffers = {}


def one_hot(ids, n_words):
    ids = np.asarray(ids)
    shape = (*ids.shape, n_words)
    result = _buffers.setdefault(shape, np.zeros(shape, "float32"))
    np.put_along_axis(result, ids[..., None], 1, axis=-1)
    return result


def lookup(ids, matrix):
    ids, matrix = np.asarray(ids), np.asarray(matrix)
    return matrix[ids]
