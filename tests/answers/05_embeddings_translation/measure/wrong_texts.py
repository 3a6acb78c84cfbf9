# gives texts in place of lists
def exact_match(translations, wanted):
    return np.mean([list(x) == list(y) for x, y in zip(translations, wanted)])


test_source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_test], ENGLISH_LENGTH)
id_lists = greedy_decode(*split_translator(model), test_source, french_ids["<go>"], french_ids["<eos>"], FRENCH_LENGTH)
french_words = {i: token for token, i in french_ids.items()}
translations = [[french_words[i] for i in ids] for ids in id_lists]
test_accuracy = exact_match(translations, [tokenize(text) for text in french_test])

translations = [" ".join(x) for x in translations]
