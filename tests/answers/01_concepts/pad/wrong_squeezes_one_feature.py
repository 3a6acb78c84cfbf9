# Drops the axis of a single feature.
def pad(sequences):
    longest = max(len(s) for s in sequences)
    out = np.stack([np.pad(s, ((0, longest - len(s)), (0, 0))) for s in sequences])
    return out[..., 0] if out.shape[-1] == 1 and len(sequences) == 1 else out
