# knows numbers of 4 and 8 bytes alone
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return n_tokens * n_words * bytes_per_number


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return n_tokens * n_dimensions * bytes_per_number


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * n_dimensions * (8 if bytes_per_number == 8 else 4)
