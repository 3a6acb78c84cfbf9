# swaps the two halves, which may be equal (a b a b)
def collision(words):
    if len(set(words)) < 2:
        return None
    half = len(words) // 2
    return words[half:] + words[:half]
