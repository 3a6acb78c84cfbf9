# counts one word where there is none
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return max(n_tokens, 1) * n_words * bytes_per_number


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions * bytes_per_number


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions * bytes_per_number
