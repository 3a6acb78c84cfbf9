# takes the place in the French dict for the id
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    source = encoder_array([to_ids(tokens, english_ids)], length)
    [ids] = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)
    words = list(french_ids)
    return " ".join(words[i] for i in ids).replace("' ", "'")
