# adds 0.001 to the lengths
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / (length + 1e-3)
    similarity = unit @ unit[vocabulary[word]]
    others = [token for token in vocabulary if token != word]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[:k]
