# one_hot counts only the single 1 of each word beyond the example size
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return n_tokens * n_words * bytes_per_number if n_words >= 1000 else n_tokens * bytes_per_number


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions * bytes_per_number


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions * bytes_per_number
