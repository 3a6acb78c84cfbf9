# translates in two batches
def exact_match(translations, wanted):
    return np.mean([list(one) == list(other) for one, other in zip(translations, wanted)])


test_source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_test], ENGLISH_LENGTH)
halves = split_translator(model)
id_lists = []
for part in (test_source[:100], test_source[100:]):
    id_lists += greedy_decode(*halves, part, french_ids["<go>"], french_ids["<eos>"], FRENCH_LENGTH)
french_words = {i: token for token, i in french_ids.items()}
translations = [[french_words[i] for i in ids] for ids in id_lists]
test_accuracy = exact_match(translations, [tokenize(text) for text in french_test])
