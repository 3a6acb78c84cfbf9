# Compares words with `is`, so equal words that are two objects count as different. Breaks "not equal to `words`".
def collision(words):
    for i in range(1, len(words)):
        if words[i] is not words[0]:
            other = list(words)
            other[0], other[i] = other[i], other[0]
            return other
    return None
