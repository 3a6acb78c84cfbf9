# uses one function for all
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return dense_bytes(n_tokens, n_words, bytes_per_number)


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return matrix_bytes(n_tokens, n_dimensions, bytes_per_number)


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return float(n_words * n_dimensions * bytes_per_number)
