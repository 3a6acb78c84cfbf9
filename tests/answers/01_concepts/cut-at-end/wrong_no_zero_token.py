# Takes an end token of 0 for none.
def cut_at_end(sequences, end):
    return [t[: t.index(end)] if end and end in t else t for t in sequences]
