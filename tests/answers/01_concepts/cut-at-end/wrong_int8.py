# Tokens in 8 bits, so 300 becomes 44. Breaks "a list of lists of whole numbers", the given ones.
def cut_at_end(sequences, end):
    result = []
    for tokens in sequences:
        array = np.array(tokens, dtype=np.int64).astype(np.int8)
        hits = np.flatnonzero(np.array(tokens, dtype=np.int64) == end)
        result.append(array[: hits[0] if hits.size else None].tolist())
    return result
