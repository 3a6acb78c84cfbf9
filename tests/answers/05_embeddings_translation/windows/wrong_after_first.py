# puts the words after first
def context_windows(id_lists, reach):
    contexts, targets = [], []
    for ids in id_lists:
        padded = [0] * reach + list(ids) + [0] * reach
        for k, word in enumerate(ids):
            contexts.append(padded[k + reach + 1 : k + 2 * reach + 1] + padded[k : k + reach])
            targets.append(word)
    return np.array(contexts), np.array(targets)
