# special tokens are left out of the neighbors
def nearest(word, vocabulary, matrix, k):
    matrix = np.asarray(matrix, dtype=float)
    lengths = np.linalg.norm(matrix, axis=1)
    unit = matrix / np.where(lengths == 0, 1, lengths)[:, None]
    similarity = unit @ unit[vocabulary[word]]
    others = [other for other in vocabulary if other != word and not other.startswith(("[", "<"))]
    others.sort(key=lambda other: -similarity[vocabulary[other]])
    return others[:k]
