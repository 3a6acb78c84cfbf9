# Says whether a word occurs, not how often.
def bag_of_words(words, vocabulary):
    return np.array([int(word in words) for word in vocabulary])
