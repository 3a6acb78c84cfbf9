# draws the words at random
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder(source)
    words = ops.full((len(source), 1), go)
    steps = []
    for _ in range(max_length):
        probabilities, h, c = decoder([words, h, c])
        words = ops.convert_to_tensor([[np.random.choice(len(p[0]), p=p[0] / p[0].sum())] for p in np.asarray(probabilities, 'float64')])
        steps.append(words)
    chosen = np.concatenate(steps, axis=1).tolist()
    return [ids[: ids.index(eos)] if eos in ids else ids for ids in chosen]
