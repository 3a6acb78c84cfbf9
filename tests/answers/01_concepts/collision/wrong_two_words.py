# Says None for two words.
def collision(words):
    if len(words) <= 2 or len(set(words)) == 1:
        return None
    i = next(i for i, word in enumerate(words) if word != words[0])
    other = list(words)
    other[0], other[i] = other[i], other[0]
    return other
