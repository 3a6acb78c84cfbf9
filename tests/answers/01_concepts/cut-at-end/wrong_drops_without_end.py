# Leaves out sequences without the end token.
def cut_at_end(sequences, end):
    return [t[: t.index(end)] for t in sequences if end in t]
