# Shuffles once, which may give the same sentence.
def collision(words):
    if len(set(words)) < 2:
        return None
    return [words[i] for i in np.random.permutation(len(words))]
