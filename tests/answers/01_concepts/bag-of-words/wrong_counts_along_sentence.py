# One number for each word of the sentence.
def bag_of_words(words, vocabulary):
    return np.array([vocabulary.count(word) for word in words])
