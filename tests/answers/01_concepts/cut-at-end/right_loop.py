# A loop with break.
def cut_at_end(sequences, end):
    out = []
    for tokens in sequences:
        kept = []
        for token in tokens:
            if token == end:
                break
            kept.append(token)
        out.append(kept)
    return out
