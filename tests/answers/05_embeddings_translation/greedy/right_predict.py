# with predict and NumPy
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    states = encoder.predict(source, verbose=0)
    word = np.full((len(source), 1), go)
    translations = [[] for _ in range(len(source))]
    done = np.zeros(len(source), dtype=bool)
    for _ in range(max_length):
        p, *states = decoder.predict([word, *states], verbose=0)
        word = p.argmax(axis=2)
        done |= word[:, 0] == eos
        if done.all():
            break
        for k in np.flatnonzero(~done):
            translations[k].append(int(word[k, 0]))
    return translations
