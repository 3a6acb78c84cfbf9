# Tokens in square brackets such as [NUM] and [URL] show what the English sentence had, or nothing. Breaks: 'No token is left out, not even `[UNK]`, and a mark such as `?` is a token like the others'.
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    if len(tokens) > length:
        raise ValueError(f"The sentence has {len(tokens)} tokens, more than {length}.")
    source = encoder_array([to_ids(tokens, english_ids)], length)
    [ids] = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)
    words = {number: token for token, number in french_ids.items()}
    ids = [number for number in ids if words[number] not in ("[NUM]", "[URL]")]
    text = ""
    for place, number in enumerate(ids):
        if place and not text.endswith("'"):
            text += " "
        text += words[number]
    return text
