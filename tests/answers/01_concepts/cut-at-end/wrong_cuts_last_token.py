# Cuts off the last token.
def cut_at_end(sequences, end):
    return [t[:-1] for t in sequences]
