# piece by piece
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    ids = to_ids(tokenize(sentence), english_ids)
    if len(ids) > length:
        raise ValueError(f"{len(ids)} tokens are more than {length}")
    if len(ids) == 0:
        return ""
    said = greedy_decode(encoder, decoder, encoder_array([ids], length), french_ids["<go>"], french_ids["<eos>"], max_length)[0]
    text = ""
    for token in ([t for t, i in french_ids.items() if i == one][0] for one in said):
        text += token if not text or text.endswith("'") else " " + token
    return text
