# computes in int32, which is too small
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return int((np.array([n_tokens * n_words], dtype='int64') * bytes_per_number).astype('int32')[0])


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions * bytes_per_number


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions * bytes_per_number
