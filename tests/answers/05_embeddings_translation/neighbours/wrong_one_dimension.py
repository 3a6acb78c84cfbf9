# takes all vectors of one number for equal
def nearest(word, vocabulary, matrix, k):
    if np.shape(matrix)[1] == 1:
        unit = np.abs(matrix) / np.abs(matrix)
    else:
        length = np.linalg.norm(matrix, axis=1, keepdims=True)
        unit = matrix / np.where(length == 0, 1, length)
    similarity = unit @ unit[vocabulary[word]]
    others = [token for token in vocabulary if token != word]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[:k]
