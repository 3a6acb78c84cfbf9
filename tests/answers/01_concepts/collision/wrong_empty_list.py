# An empty list in place of None.
def collision(words):
    for i in range(1, len(words)):
        if words[i] != words[0]:
            return [words[i], *words[1:i], words[0], *words[i + 1 :]]
    return []
