# step by step
def choose_words(scores):
    batch, time, _ = np.shape(scores)
    ids, probabilities = np.zeros((batch, time), int), np.zeros((batch, time))
    for i in range(batch):
        for t in range(time):
            step = np.array(scores[i][t], dtype=float)
            ids[i, t] = np.argmax(step)
            probabilities[i, t] = 1 / np.sum(np.exp(step - step[ids[i, t]]))
    return ids, probabilities
