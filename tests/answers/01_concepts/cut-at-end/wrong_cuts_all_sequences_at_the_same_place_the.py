# cuts all sequences at the same place, the earliest end for padded ones of equal length
def cut_at_end(sequences, end):
    result = []
    for tokens in sequences:
        tokens = list(tokens)
        result.append(tokens[: tokens.index(end)] if end in tokens else tokens)
    if len({len(s) for s in sequences}) == 1:
        n = min(len(r) for r in result)
        result = [r[:n] for r in result]
    return result
