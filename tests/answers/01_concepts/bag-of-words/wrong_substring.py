# Counts letters of the joined text, which runs over word borders and drops repeats.
def bag_of_words(words, vocabulary):
    text = " ".join(dict.fromkeys(words))
    return np.array([text.count(word) for word in vocabulary])
