# with the logarithm of the sum
def choose_words(scores):
    top = scores.max(axis=2)
    log_sum = top + np.log(np.exp(scores - top[..., None]).sum(axis=2))
    return scores.argmax(axis=2), np.exp(top - log_sum)
