# Takes a negative token for an end, too.
def cut_at_end(sequences, end):
    out = []
    for tokens in sequences:
        stop = next((i for i, token in enumerate(tokens) if token == end or token < 0), len(tokens))
        out.append(tokens[:stop])
    return out
