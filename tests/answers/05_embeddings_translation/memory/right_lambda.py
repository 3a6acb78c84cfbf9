# as lambdas, with sums
one_hot_bytes = lambda n_tokens, n_words, bytes_per_number=4: sum(n_words * bytes_per_number for _ in range(n_tokens))
dense_bytes = lambda n_tokens, n_dimensions, bytes_per_number=4: bytes_per_number * n_dimensions * n_tokens
matrix_bytes = lambda n_words, n_dimensions, bytes_per_number=4: float(n_words) * n_dimensions * bytes_per_number
