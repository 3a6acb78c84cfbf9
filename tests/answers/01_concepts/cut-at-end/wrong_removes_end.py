# Removes the end tokens and keeps what follows.
def cut_at_end(sequences, end):
    return [[token for token in t if token != end] for t in sequences]
