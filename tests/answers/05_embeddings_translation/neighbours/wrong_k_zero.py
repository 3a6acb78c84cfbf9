# gives all words for k = 0
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(length == 0, 1, length)
    similarity = unit @ unit[vocabulary[word]]
    others = [token for token in vocabulary if token != word]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[: k or None]
