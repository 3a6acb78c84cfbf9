# drops the nearest, hoping that it is the word
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(length == 0, 1, length)
    similarity = unit @ unit[vocabulary[word]]
    others = [token for token in vocabulary]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[1:k]
