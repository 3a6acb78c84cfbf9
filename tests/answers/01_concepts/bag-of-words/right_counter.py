# With collections.Counter.
from collections import Counter


def bag_of_words(words, vocabulary):
    counted = Counter(words)
    return [counted[word] for word in vocabulary]
