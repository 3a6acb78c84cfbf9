# with np.unique, and ids in an array
def build_vocabulary(token_lists, special, size):
    tokens, counts = np.unique([t for tokens in token_lists for t in tokens if t not in special], return_counts=True)
    ranked = [str(t) for t in tokens[np.argsort(-counts, kind="stable")]]
    entries = (list(special) + ranked)[:size]
    return dict(zip(entries, range(len(entries))))


def to_ids(tokens, vocabulary):
    return np.array([vocabulary[t] if t in vocabulary else vocabulary["[UNK]"] for t in tokens])
