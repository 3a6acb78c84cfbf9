# takes capitals and small letters for one in the order
def build_vocabulary(token_lists, special, size):
    counts = Counter(token for tokens in token_lists for token in tokens if token not in special)
    by_frequency = sorted(counts, key=lambda token: (-counts[token], token.lower(), token))
    return {token: i for i, token in enumerate([*special, *by_frequency][:size])}


def to_ids(tokens, vocabulary):
    return [vocabulary.get(token, vocabulary["[UNK]"]) for token in tokens]
