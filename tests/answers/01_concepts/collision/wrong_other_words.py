# Replaces a word, so the bag is another.
def collision(words):
    return None if len(set(words)) < 2 else [*words[:-1], words[0]]
