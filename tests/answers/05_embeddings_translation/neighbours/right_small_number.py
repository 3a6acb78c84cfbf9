# adds a very small number to the lengths
def nearest(word, vocabulary, matrix, k):
    unit = matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-12)
    return sorted(
        (token for token in vocabulary if token != word),
        key=lambda token: unit[vocabulary[token]] @ unit[vocabulary[word]], reverse=True,
    )[:k]
