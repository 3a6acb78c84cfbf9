# stops when half of the sentences write <eos> at one step
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder(source)
    words = ops.full((len(source), 1), go)
    steps = []
    for _ in range(max_length):
        probabilities, h, c = decoder([words, h, c])
        words = ops.argmax(probabilities, axis=-1)
        steps.append(words)
        if np.mean(np.asarray(words) == eos) >= 0.5:
            break
    chosen = np.concatenate(steps, axis=1).tolist()
    return [ids[: ids.index(eos)] if eos in ids else ids for ids in chosen]
