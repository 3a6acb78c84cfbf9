# words with the same vector are left out as if they were the word
def nearest(word, vocabulary, matrix, k):
    matrix = np.asarray(matrix, dtype=float)
    lengths = np.linalg.norm(matrix, axis=1)
    unit = matrix / np.where(lengths == 0, 1, lengths)[:, None]
    similarity = unit @ unit[vocabulary[word]]
    others = [other for other in vocabulary if not np.allclose(matrix[vocabulary[other]], matrix[vocabulary[word]])]
    others.sort(key=lambda other: -similarity[vocabulary[other]])
    return others[:k]
