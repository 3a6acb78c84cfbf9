# Gives shares of the sentence, not counts.
def bag_of_words(words, vocabulary):
    return np.array([words.count(word) / len(words) for word in vocabulary])
