# A loop that adds 1.
def bag_of_words(words, vocabulary):
    counts = np.zeros(len(vocabulary), dtype="int32")
    for word in words:
        if word in vocabulary:
            counts[vocabulary.index(word)] += 1
    return counts
