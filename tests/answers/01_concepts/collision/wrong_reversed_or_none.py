# Gives up when the reversed sentence is the same.
def collision(words):
    return None if words[::-1] == words else words[::-1]
