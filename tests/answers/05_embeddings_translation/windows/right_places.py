# place by place
def context_windows(id_lists, reach):
    contexts, targets = [], []
    for ids in id_lists:
        for k in range(len(ids)):
            row = []
            for j in [*range(k - reach, k), *range(k + 1, k + reach + 1)]:
                row.append(ids[j] if 0 <= j < len(ids) else 0)
            contexts.append(row)
            targets.append(ids[k])
    return contexts, targets
