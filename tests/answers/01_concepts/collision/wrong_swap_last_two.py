# Exchanges the last two words, which may be equal.
def collision(words):
    if len(set(words)) < 2:
        return None
    return [*words[:-2], words[-1], words[-2]]
