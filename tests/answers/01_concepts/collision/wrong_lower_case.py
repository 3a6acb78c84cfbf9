# Takes The and the for one word.
def collision(words):
    for i in range(1, len(words)):
        if words[i].lower() != words[0].lower():
            other = list(words)
            other[0], other[i] = words[i], words[0]
            return other
    return None
