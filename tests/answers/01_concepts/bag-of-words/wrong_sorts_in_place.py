# Sorts the sentence it was given to count runs.
from itertools import groupby


def bag_of_words(words, vocabulary):
    words.sort()
    runs = {word: len(list(group)) for word, group in groupby(words)}
    return np.array([runs.get(word, 0) for word in vocabulary])
