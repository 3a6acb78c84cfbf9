# Exchanges the first two words, which may be equal.
def collision(words):
    if len(set(words)) < 2:
        return None
    return [words[1], words[0], *words[2:]]
