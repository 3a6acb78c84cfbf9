# special tokens such as [PAD] are left out of the text
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    source = encoder_array([to_ids(tokens, english_ids)], length)
    ids = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)[0]
    names = {number: token for token, number in french_ids.items()}
    text = ""
    for number in ids:
        if names[number] == "[PAD]":
            continue
        if text and not text.endswith("'"):
            text += " "
        text += names[number]
    return text
