# Fails for an empty list.
def collision(words):
    first = words[0]
    for i, word in enumerate(words):
        if word != first:
            return [word, *words[1:i], first, *words[i + 1 :]]
    return None
