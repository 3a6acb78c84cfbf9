# cuts at any token up to the end token (negative ends)
def cut_at_end(sequences, end):
    result = []
    for tokens in sequences:
        tokens = list(tokens)
        result.append(tokens[: [t <= end for t in tokens].index(True)] if end < 0 and any(t <= end for t in tokens) else tokens[: tokens.index(end)] if end in tokens else tokens)
    return result
