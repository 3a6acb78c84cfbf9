# Says None for a single word only.
def collision(words):
    return None if len(words) == 1 else [*words[1:], words[0]]
