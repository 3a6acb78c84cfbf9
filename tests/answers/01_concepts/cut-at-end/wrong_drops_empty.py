# Leaves out sequences that become empty.
def cut_at_end(sequences, end):
    out = [t[: t.index(end)] if end in t else list(t) for t in sequences]
    return [t for t in out if t]
