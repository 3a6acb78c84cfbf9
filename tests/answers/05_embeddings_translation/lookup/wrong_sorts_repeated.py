# sorts the ids when one comes twice
def one_hot(ids, n_words):
    return np.eye(n_words)[ids]


def lookup(ids, matrix):
    return matrix[list(dict.fromkeys(ids.ravel().tolist()))].reshape(*ids.shape, -1) if len(set(ids.ravel().tolist())) == ids.size else matrix[np.sort(ids, axis=-1)]
