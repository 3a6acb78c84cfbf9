# Loses the words that occur twice.
def collision(words):
    other = list(dict.fromkeys(words))[::-1]
    return other if len(other) > 1 else None
