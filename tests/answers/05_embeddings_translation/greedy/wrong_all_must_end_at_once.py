# stops when all write <eos> at one step, and does not cut
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder(source)
    words = ops.full((len(source), 1), go)
    steps = []
    for _ in range(max_length):
        probabilities, h, c = decoder([words, h, c])
        words = ops.argmax(probabilities, axis=-1)
        if np.all(np.asarray(words) == eos):
            break
        steps.append(words)
    chosen = np.concatenate(steps, axis=1).tolist()
    return chosen
