# Counts unknown words with the last of the vocabulary.
def bag_of_words(words, vocabulary):
    counts = np.zeros(len(vocabulary))
    for word in words:
        counts[vocabulary.index(word) if word in vocabulary else -1] += 1
    return counts
