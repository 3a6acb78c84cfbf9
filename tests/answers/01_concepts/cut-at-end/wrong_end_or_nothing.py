# Takes an end token at the first place for no end token.
def cut_at_end(sequences, end):
    out = []
    for t in sequences:
        place = t.index(end) if end in t else 0
        out.append(t[:place] if place else t)
    return out
