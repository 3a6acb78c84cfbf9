# Keeps the end token.
def cut_at_end(sequences, end):
    return [t[: t.index(end) + 1] if end in t else t for t in sequences]
