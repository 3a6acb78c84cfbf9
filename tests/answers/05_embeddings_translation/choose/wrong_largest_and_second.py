# compares with the second largest alone
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    top = np.sort(scores, axis=-1)[..., -2:]
    return scores.argmax(axis=-1), 1 / (1 + np.exp(top[..., 0] - top[..., 1]))
