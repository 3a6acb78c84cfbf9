# Makes a set of the sentence first, so repeats are lost.
def bag_of_words(words, vocabulary):
    words = set(words)
    return np.array([sum(w == v for w in words) for v in vocabulary])
