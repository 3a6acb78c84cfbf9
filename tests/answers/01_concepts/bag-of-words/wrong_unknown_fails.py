# Fails on a word outside the vocabulary.
def bag_of_words(words, vocabulary):
    counts = [0] * len(vocabulary)
    for word in words:
        counts[vocabulary.index(word)] += 1
    return counts
