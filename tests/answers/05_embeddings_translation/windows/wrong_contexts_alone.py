# gives one array, the word last
def context_windows(id_lists, reach):
    contexts, targets = [], []
    for ids in id_lists:
        padded = [0] * reach + list(ids) + [0] * reach
        for k, word in enumerate(ids):
            contexts.append(padded[k : k + reach] + padded[k + reach + 1 : k + 2 * reach + 1])
            targets.append(word)
    return np.column_stack([contexts, targets])
