# Gives up when the sentence is sorted already.
def collision(words):
    other = sorted(words)
    return None if other == words else other
