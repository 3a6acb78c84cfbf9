# The sorted sentence, which can be the same one.
def collision(words):
    return sorted(words)
