# Keeps only the len(vocabulary) most frequent words of the sentence, among them unknown ones. Breaks "words that are not in the vocabulary are ignored".
from collections import Counter


def bag_of_words(words, vocabulary):
    counts = dict(Counter(words).most_common(len(vocabulary)))
    return np.array([counts.get(word, 0) for word in vocabulary])
