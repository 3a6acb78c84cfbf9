# starts with 2 when <go> is 0
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder(source)
    words = ops.full((len(source), 1), go or 2)
    steps = []
    for _ in range(max_length):
        probabilities, h, c = decoder([words, h, c])
        words = ops.argmax(probabilities, axis=-1)
        steps.append(words)
    chosen = np.concatenate(steps, axis=1).tolist()
    return [ids[: ids.index(eos)] if eos in ids else ids for ids in chosen]
