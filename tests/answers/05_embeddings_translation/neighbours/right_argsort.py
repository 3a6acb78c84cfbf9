# with argsort over the ids
def nearest(word, vocabulary, matrix, k):
    words = {i: token for token, i in vocabulary.items()}
    row = matrix[vocabulary[word]]
    lengths = np.linalg.norm(matrix, axis=1) * np.linalg.norm(row)
    cosine = np.divide(matrix @ row, lengths, out=np.zeros(len(matrix)), where=lengths > 0)
    order = [int(i) for i in np.argsort(-cosine) if i != vocabulary[word]]
    return [words[i] for i in order[:k]]
