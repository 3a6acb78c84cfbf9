# recursion over the axes
def one_hot(ids, n_words):
    if np.ndim(ids) == 0:
        return [1.0 if word == int(ids) else 0.0 for word in range(n_words)]
    return [one_hot(part, n_words) for part in ids]


def lookup(ids, matrix):
    if np.ndim(ids) == 0:
        return list(matrix[int(ids)])
    return [lookup(part, matrix) for part in ids]
