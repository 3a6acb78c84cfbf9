# Cuts one token before the end token.
def cut_at_end(sequences, end):
    return [t[: max(t.index(end) - 1, 0)] if end in t else t for t in sequences]
