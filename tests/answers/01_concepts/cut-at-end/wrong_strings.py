# Gives texts in place of numbers.
def cut_at_end(sequences, end):
    return [[str(t) for t in (tokens[: tokens.index(end)] if end in tokens else tokens)] for tokens in sequences]
