# with predict_on_batch, an array of -1, and lists at the end
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder.predict_on_batch(source)
    last, found = np.full((len(source), 1), go), np.full((len(source), max_length), eos)
    for t in range(max_length):
        p, h, c = decoder.predict_on_batch([last, h, c])
        last = np.argmax(p[:, -1:], axis=-1)
        found[:, t] = last[:, 0]
        if (found == eos).any(axis=1).all() and t < max_length - 1 and (found[:, : t + 1] == eos).any(axis=1).all():
            break
    return [row[: np.argmax(row == eos)].tolist() if eos in row else row.tolist() for row in found]
