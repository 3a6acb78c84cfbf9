# Moves the first word to the end, which changes any sentence of different words.
def collision(words):
    return None if len(set(words)) < 2 else [*words[1:], words[0]]
