# sentence by sentence
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    translations = []
    for k in range(len(source)):
        h, c = [np.asarray(state) for state in encoder(source[k : k + 1])]
        word, ids = go, []
        while len(ids) < max_length:
            p, h, c = [np.asarray(a) for a in decoder([np.array([[word]]), h, c])]
            word = int(p[0, 0].argmax())
            if word == eos:
                break
            ids.append(word)
        translations.append(ids)
    return translations
