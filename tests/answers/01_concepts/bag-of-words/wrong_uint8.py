# Counts in 8 bits.
def bag_of_words(words, vocabulary):
    return np.array([words.count(word) for word in vocabulary]).astype("uint8")
