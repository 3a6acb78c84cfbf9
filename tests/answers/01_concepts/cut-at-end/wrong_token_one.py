# Cuts at token 1, whatever the end token is.
def cut_at_end(sequences, end):
    return [t[: t.index(1)] if 1 in t else t for t in sequences]
