# Counts in floats.
def bag_of_words(words, vocabulary):
    counts = np.zeros(len(vocabulary))
    for word in words:
        if word in vocabulary:
            counts[vocabulary.index(word)] += 1
    return counts
