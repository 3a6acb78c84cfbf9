# decodes by itself
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if tokens == []:
        return ""
    state = encoder.predict_on_batch(encoder_array([to_ids(tokens, english_ids)], length))
    last, said = french_ids["<go>"], []
    for _ in range(max_length):
        p, *state = decoder.predict_on_batch([np.array([[last]]), *state])
        last = int(p[0, 0].argmax())
        if last == french_ids["<eos>"]:
            break
        said += [token for token, i in french_ids.items() if i == last]
    return "".join(token if token[-1] == "'" else token + " " for token in said).rstrip()
