# Says None as soon as a word occurs twice.
def collision(words):
    return None if len(set(words)) < len(words) or len(words) == 1 else [*words[1:], words[0]]
