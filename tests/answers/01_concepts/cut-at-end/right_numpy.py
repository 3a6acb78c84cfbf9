# Arrays, by the running count of end tokens.
def cut_at_end(sequences, end):
    out = []
    for tokens in sequences:
        tokens = np.array(tokens, dtype=int)
        out.append(tokens[np.cumsum(tokens == end) == 0])
    return out
