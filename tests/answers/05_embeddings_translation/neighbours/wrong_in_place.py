# brings the matrix itself to length 1
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    length[length == 0] = 1
    matrix /= length
    unit = matrix
    similarity = unit @ unit[vocabulary[word]]
    others = [token for token in vocabulary if token != word]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[:k]
