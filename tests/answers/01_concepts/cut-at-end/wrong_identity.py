# `is` in place of `==`.
def cut_at_end(sequences, end):
    out = []
    for tokens in sequences:
        stop = next((i for i, token in enumerate(tokens) if token is end), len(tokens))
        out.append(tokens[:stop])
    return out
