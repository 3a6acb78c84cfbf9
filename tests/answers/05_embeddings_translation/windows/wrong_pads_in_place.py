# pads the lists themselves
def context_windows(id_lists, reach):
    contexts, targets = [], []
    for ids in id_lists:
        padded = ids
        ids[:0] = [0] * reach
        ids += [0] * reach
        for k, word in enumerate(ids[reach : len(ids) - reach]):
            contexts.append(padded[k : k + reach] + padded[k + reach + 1 : k + 2 * reach + 1])
            targets.append(word)
    return np.array(contexts), np.array(targets)
