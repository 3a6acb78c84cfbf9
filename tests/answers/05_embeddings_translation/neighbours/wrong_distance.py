# takes the distance of the vectors
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(length == 0, 1, length)
    similarity = -np.linalg.norm(matrix - matrix[vocabulary[word]], axis=1)
    others = [token for token in vocabulary if token != word]
    return sorted(others, key=lambda token: -similarity[vocabulary[token]])[:k]
