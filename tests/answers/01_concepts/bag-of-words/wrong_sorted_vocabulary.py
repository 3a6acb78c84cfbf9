# Sorts the vocabulary, so the counts stand in another order.
def bag_of_words(words, vocabulary):
    return np.array([words.count(word) for word in sorted(vocabulary)])
