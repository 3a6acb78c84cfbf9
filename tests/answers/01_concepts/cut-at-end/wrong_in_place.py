# Deletes from the sequences that were given.
def cut_at_end(sequences, end):
    for tokens in sequences:
        if end in tokens:
            del tokens[tokens.index(end) :]
    return sequences
