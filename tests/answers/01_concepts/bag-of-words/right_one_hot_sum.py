# The sum of one-hot rows.
def bag_of_words(words, vocabulary):
    rows = [[int(word == term) for term in vocabulary] for word in words]
    return np.sum(rows, axis=0)
