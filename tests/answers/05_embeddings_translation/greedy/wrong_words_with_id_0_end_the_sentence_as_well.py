# words with id 0 end the sentence as well
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    h, c = encoder.predict(source, verbose=0)
    words = np.full((len(source), 1), go)
    sentences = [[] for _ in range(len(source))]
    ended = np.zeros(len(source), dtype=bool)
    for _ in range(max_length):
        probabilities, h, c = decoder.predict([words, h, c], verbose=0)
        words = probabilities.argmax(axis=-1)
        for i, word in enumerate(words[:, 0]):
            ended[i] |= word in (0, eos)
            if not ended[i]:
                sentences[i].append(int(word))
        if ended.all():
            break
    return sentences
