# by the angle, as an array
def nearest(word, vocabulary, matrix, k):
    matrix = np.asarray(matrix, dtype="float64")
    a = matrix[vocabulary[word]]
    angles = {}
    for other, place in vocabulary.items():
        if other == word:
            continue
        b = matrix[place]
        size = np.sqrt((a * a).sum() * (b * b).sum())
        angles[other] = np.arccos(np.clip(a.dot(b) / size, -1, 1)) if size else np.pi / 2
    return np.array(sorted(angles, key=angles.get)[:k], dtype=str)
