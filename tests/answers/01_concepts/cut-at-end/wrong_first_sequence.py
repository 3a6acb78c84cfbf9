# Cuts all sequences where the first one ends.
def cut_at_end(sequences, end):
    n = sequences[0].index(end) if end in sequences[0] else None
    return [t[:n] for t in sequences]
