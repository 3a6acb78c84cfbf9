# The reversed sentence, which can be the same one.
def collision(words):
    return words[::-1]
