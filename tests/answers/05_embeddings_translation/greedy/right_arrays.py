# gives arrays, and stops when all have ended
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    states = list(encoder(np.asarray(source)))
    said = np.full((len(source), 1), go)
    ended = np.zeros(len(source), dtype=bool)
    while said.shape[1] <= max_length and not ended.all():
        p, *states = decoder([ops.convert_to_tensor(said[:, -1:]), *states])
        word = np.asarray(p)[:, 0].argmax(axis=1)
        said = np.column_stack([said, word])
        ended |= word == eos
    said = said[:, 1:]
    ends = [list(row).index(eos) if eos in row else len(row) for row in said]
    return [row[:end] for row, end in zip(said, ends)]
