# takes 2 and 3 for <go> and <eos>
def translate(sentence, encoder, decoder, english_ids, french_ids, length, max_length):
    tokens = tokenize(sentence)
    if not tokens:
        return ""
    source = encoder_array([to_ids(tokens, english_ids)], length)
    [ids] = greedy_decode(encoder, decoder, source, 2, 3, max_length)
    words = {i: token for token, i in french_ids.items()}
    return " ".join(words[i] for i in ids).replace("' ", "'")
