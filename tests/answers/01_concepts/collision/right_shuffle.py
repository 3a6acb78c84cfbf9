# Shuffles until the sentence is another one.
def collision(words):
    if len(set(words)) < 2:
        return None
    other = list(words)
    while other == list(words):
        np.random.default_rng().shuffle(other)
    return other
