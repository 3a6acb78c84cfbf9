# Exchanges the first and the last word, which may be equal.
def collision(words):
    if len(set(words)) < 2:
        return None
    return [words[-1], *words[1:-1], words[0]]
