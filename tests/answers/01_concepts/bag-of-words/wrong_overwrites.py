# Sets the count to 1 in place of adding 1.
def bag_of_words(words, vocabulary):
    counts = np.zeros(len(vocabulary))
    for word in words:
        if word in vocabulary:
            counts[vocabulary.index(word)] = 1
    return counts
