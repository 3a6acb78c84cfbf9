# strips punctuation and counts stems
def bag_of_words(words, vocabulary):
    return np.array([sum(v.rstrip("s") == word.rstrip("s") for v in words) for word in vocabulary], dtype=int)
