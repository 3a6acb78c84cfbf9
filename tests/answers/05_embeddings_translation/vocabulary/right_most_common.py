# with most_common of a sorted Counter
def build_vocabulary(token_lists, special, size):
    counts = Counter(sorted(sum(map(list, token_lists), [])))
    for token in special:
        counts.pop(token, None)
    entries = list(special) + [token for token, _ in counts.most_common()]
    return {token: entries.index(token) for token in entries[:size]}


def to_ids(tokens, vocabulary):
    unknown = vocabulary["[UNK]"]
    return list(map(lambda token: vocabulary.get(token, unknown), tokens))
