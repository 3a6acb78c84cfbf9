# Does not pad at all.
def pad(sequences):
    return list(sequences)
