# Takes upper for lower case.
def bag_of_words(words, vocabulary):
    lower = [word.lower() for word in words]
    return np.array([lower.count(word.lower()) for word in vocabulary])
