# with loops and plain dicts
def build_vocabulary(token_lists, special, size):
    counts = {}
    for tokens in token_lists:
        for token in tokens:
            counts[token] = counts.get(token, 0) + 1
    vocabulary = {}
    for token in special:
        if len(vocabulary) < size:
            vocabulary[token] = len(vocabulary)
    for token in sorted(sorted(counts), key=counts.get, reverse=True):
        if token not in vocabulary and len(vocabulary) < size:
            vocabulary[token] = len(vocabulary)
    return vocabulary


def to_ids(tokens, vocabulary):
    ids = []
    for token in tokens:
        if token in vocabulary:
            ids.append(vocabulary[token])
        else:
            ids.append(vocabulary["[UNK]"])
    return ids
