# Takes the words out of the sentence that was given.
def bag_of_words(words, vocabulary):
    counts = [0] * len(vocabulary)
    while words:
        word = words.pop()
        if word in vocabulary:
            counts[vocabulary.index(word)] += 1
    return np.array(counts)
