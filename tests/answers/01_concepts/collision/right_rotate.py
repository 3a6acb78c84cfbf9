# Turns the sentence by one word.
def collision(words):
    turned = words[1:] + words[:1]
    return turned if turned != words else None
