# Fills up with the end token to equal lengths.
def cut_at_end(sequences, end):
    out = [t[: t.index(end)] if end in t else list(t) for t in sequences]
    n = max(map(len, out))
    return [t + [end] * (n - len(t)) for t in out]
