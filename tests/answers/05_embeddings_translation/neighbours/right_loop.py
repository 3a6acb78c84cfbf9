# word by word
def cosine(a, b):
    if not a.any() or not b.any():
        return 0.0
    return float(np.dot(a, b) / np.sqrt(np.dot(a, a) * np.dot(b, b)))


def nearest(word, vocabulary, matrix, k):
    found = []
    for token, i in vocabulary.items():
        if token != word:
            found.append((cosine(matrix[vocabulary[word]], matrix[i]), token))
    found.sort(reverse=True)
    return [token for _, token in found[:k]]
