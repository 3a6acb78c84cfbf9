# Counts in the order in which the words appear.
def bag_of_words(words, vocabulary):
    seen = list(dict.fromkeys(words))
    counts = [words.count(word) for word in seen if word in vocabulary]
    return np.array(counts + [0] * (len(vocabulary) - len(counts)))
