# An end token that is the only token of its sequence is kept. Breaks "Cut each sequence before its first end token."
def cut_at_end(sequences, end):
    result = []
    for tokens in sequences:
        if len(tokens) < 2:
            result.append(list(tokens))
            continue
        result.append(tokens[: (tokens + [end]).index(end)])
    return result
