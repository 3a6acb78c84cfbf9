# Does not say None where there is no other sentence.
def collision(words):
    return [*words[1:], words[0]]
