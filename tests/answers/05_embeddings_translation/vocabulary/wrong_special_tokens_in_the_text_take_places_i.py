# special tokens in the text take places in the vocabulary
def build_vocabulary(token_lists, special, size):
    counts = Counter(token for tokens in token_lists for token in tokens)
    words = sorted((t for t in counts if t not in special), key=lambda t: (-counts[t], t))
    words = [t for t in sorted(counts, key=lambda t: (-counts[t], t))[: size - len(special)] if t not in special]
    entries = [*special, *words]
    return {token: i for i, token in enumerate(entries)}


def to_ids(tokens, vocabulary):
    return [vocabulary.get(token, vocabulary["[UNK]"]) for token in tokens]
