# Counts, then clips to 1.
def bag_of_words(words, vocabulary):
    return np.minimum([words.count(word) for word in vocabulary], 1)
