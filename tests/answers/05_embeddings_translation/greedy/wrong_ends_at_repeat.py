# A word that follows itself ends the sentence. Breaks: 'A sentence ends with `<eos>` ... and with nothing else: any other id is a word, 0 too'.
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    source = np.asarray(source)
    h, c = (np.asarray(state) for state in encoder(source))
    words = np.full((len(source), 1), go, dtype="int32")
    sentences = [[] for _ in source]
    ended = np.zeros(len(source), dtype=bool)
    for _ in range(max_length):
        probabilities, h, c = (np.asarray(one) for one in decoder([words, h, c]))
        words = probabilities.argmax(axis=-1).astype("int32")
        for place, word in enumerate(words[:, 0]):
            if word == eos or sentences[place][-1:] == [word]:
                ended[place] = True
            elif not ended[place]:
                sentences[place].append(int(word))
        if ended.all():
            break
    return sentences
