# counts known words alone
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    if len([t for t in tokens if t in english_ids]) > length:
        raise ValueError('too long')
    tokens = tokens[:length]
    source = encoder_array([to_ids(tokens, english_ids)], length)
    [ids] = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)
    words = {i: token for token, i in french_ids.items()}
    return " ".join(words[i] for i in ids).replace("' ", "'")
