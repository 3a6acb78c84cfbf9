# with loops over all places
def one_hot(ids, n_words):
    vectors = np.zeros(np.shape(ids) + (n_words,), dtype=int)
    for place in np.ndindex(np.shape(ids)):
        vectors[place][ids[place]] = 1
    return vectors


def lookup(ids, matrix):
    vectors = np.empty(np.shape(ids) + matrix.shape[1:])
    for place in np.ndindex(np.shape(ids)):
        vectors[place] = matrix[ids[place]]
    return vectors
