# Empties a sequence without the end token.
def cut_at_end(sequences, end):
    return [t[: t.index(end)] if end in t else [] for t in sequences]
