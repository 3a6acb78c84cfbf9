# Cuts at the last end token.
def cut_at_end(sequences, end):
    return [t[: len(t) - 1 - t[::-1].index(end)] if end in t else t for t in sequences]
