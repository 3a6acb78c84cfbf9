# builds the array itself
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    ids = [english_ids.get(token, english_ids["[UNK]"]) for token in tokenize(sentence)]
    if len(ids) > length:
        raise ValueError(f"At most {length} words, please.")
    if len(ids) == 0:
        return ""
    source = np.array([ids[::-1] + [0] * (length - len(ids))])
    answer = greedy_decode(encoder, decoder, source, french_ids["<go>"], french_ids["<eos>"], max_length)[0]
    tokens = sorted(french_ids, key=french_ids.get)
    text = ""
    for i in answer:
        text += tokens[i] if tokens[i].endswith("'") else tokens[i] + " "
    return text.strip()
