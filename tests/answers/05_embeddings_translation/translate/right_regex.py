# joins with a regular expression
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    ids = to_ids(tokenize(sentence), english_ids)
    if not ids:
        return ""
    found = greedy_decode(encoder, decoder, encoder_array([ids], length), french_ids["<go>"], french_ids["<eos>"], max_length)
    names = dict(zip(french_ids.values(), french_ids.keys()))
    return re.sub(r"'\s+", "'", " ".join(names[int(i)] for i in found[0]))
