# only the first three sequences have cuts
def cut_at_end(sequences, end):
    result = []
    for tokens in sequences:
        tokens = list(tokens)
        result.append(tokens[: tokens.index(end)] if end in tokens and len(result) < 3 else tokens)
    return result
