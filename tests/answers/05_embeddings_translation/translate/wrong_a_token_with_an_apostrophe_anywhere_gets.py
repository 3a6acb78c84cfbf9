# a token with an apostrophe anywhere gets no space after it
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    source = encoder_array([to_ids(tokens, english_ids)], length)
    ids = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)[0]
    french = {i: token for token, i in french_ids.items()}
    return "".join(french[i] if "'" in french[i] else french[i] + " " for i in ids).strip()
