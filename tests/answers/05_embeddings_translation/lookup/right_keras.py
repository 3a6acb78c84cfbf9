# with keras.ops
def one_hot(ids, n_words):
    return ops.one_hot(ids, n_words)


def lookup(ids, matrix):
    return ops.take(matrix, ids, axis=0)
