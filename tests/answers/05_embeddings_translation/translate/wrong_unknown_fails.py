# fails at unknown words
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    source = encoder_array([[english_ids[t] for t in tokens]], length)
    [ids] = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)
    words = {i: token for token, i in french_ids.items()}
    return " ".join(words[i] for i in ids).replace("' ", "'")
