# counts numbers, not bytes
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return n_tokens * n_words


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions
