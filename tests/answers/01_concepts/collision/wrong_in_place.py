# Exchanges two words of the sentence that was given.
def collision(words):
    for i in range(1, len(words)):
        if words[i] != words[0]:
            words[0], words[i] = words[i], words[0]
            return list(words)
    return None
