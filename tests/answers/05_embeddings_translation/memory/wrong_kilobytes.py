# gives kilobytes
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return n_tokens * n_words * bytes_per_number / 1000


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions * bytes_per_number / 1000


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions * bytes_per_number
