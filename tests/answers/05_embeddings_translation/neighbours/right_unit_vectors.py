# with Keras, normalized, and the word set to -2
def nearest(word, vocabulary, matrix, k):
    unit = np.asarray(keras.utils.normalize(np.asarray(matrix, "float64"), axis=1))
    similarity = unit @ unit[vocabulary[word]]
    similarity[vocabulary[word]] = -2
    tokens = sorted(vocabulary, key=vocabulary.get)
    return [tokens[i] for i in similarity.argsort()[::-1][:k]]
