# Counts words inside of other words.
def bag_of_words(words, vocabulary):
    return np.array([sum(term in word for word in words) for term in vocabulary])
