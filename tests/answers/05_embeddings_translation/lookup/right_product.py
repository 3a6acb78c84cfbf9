# looks up by the product
def one_hot(ids, n_words):
    return (np.asarray(ids)[..., None] == np.arange(n_words)).astype("float32")


def lookup(ids, matrix):
    return one_hot(ids, len(matrix)).astype("float64") @ matrix
