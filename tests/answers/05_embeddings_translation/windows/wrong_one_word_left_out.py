# leaves out sentences of one word
def context_windows(id_lists, reach):
    contexts, targets = [], []
    for ids in id_lists:
        if len(ids) < 2:
            continue
        padded = [0] * reach + list(ids) + [0] * reach
        for k, word in enumerate(ids):
            contexts.append(padded[k : k + reach] + padded[k + reach + 1 : k + 2 * reach + 1])
            targets.append(word)
    return np.array(contexts), np.array(targets)
