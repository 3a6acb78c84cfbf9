# Returns a copy of the sentence.
def collision(words):
    return list(words)
