# argmin of the negative exp: argmax of rounded probabilities ties at 1e-3
def choose_words(scores):
    scores = np.asarray(scores, dtype=float)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return probabilities.round(2).argmax(axis=-1), probabilities.max(axis=-1)
