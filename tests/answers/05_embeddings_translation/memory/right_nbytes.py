# asks NumPy for the bytes
def one_hot_bytes(n_tokens, n_words, bytes_per_number=4):
    return np.broadcast_to(np.zeros(1, f"f{bytes_per_number}"), (n_tokens, n_words)).nbytes


def dense_bytes(n_tokens, n_dimensions, bytes_per_number=4):
    return np.broadcast_to(np.zeros(1, f"f{bytes_per_number}"), (n_tokens, n_dimensions)).nbytes


def matrix_bytes(n_words, n_dimensions, bytes_per_number=4):
    return n_words * dense_bytes(1, n_dimensions, bytes_per_number)
