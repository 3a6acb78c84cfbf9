# takes the word out of the vocabulary
def nearest(word, vocabulary, matrix, k):
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(length == 0, 1, length)
    similarity = unit @ unit[vocabulary.pop(word)]
    return sorted(vocabulary, key=lambda token: -similarity[vocabulary[token]])[:k]
