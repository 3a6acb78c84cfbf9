# Fails on a sequence without the end token.
def cut_at_end(sequences, end):
    return [t[: t.index(end)] for t in sequences]
