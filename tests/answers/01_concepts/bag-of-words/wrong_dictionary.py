# Returns a dictionary, not an array.
def bag_of_words(words, vocabulary):
    return {word: words.count(word) for word in vocabulary}
