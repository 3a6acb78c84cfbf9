# Gives the places of the words in the vocabulary.
def bag_of_words(words, vocabulary):
    return np.array([vocabulary.index(word) for word in words if word in vocabulary])
