# takes the lists apart
def exact_match(translations, wanted):
    right = total = 0
    translations = list(translations)
    while wanted:
        right += wanted.pop() == translations.pop()
        total += 1
    return right / total


test_source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_test], ENGLISH_LENGTH)
id_lists = greedy_decode(*split_translator(model), test_source, french_ids["<go>"], french_ids["<eos>"], FRENCH_LENGTH)
french_words = {i: token for token, i in french_ids.items()}
translations = [[french_words[i] for i in ids] for ids in id_lists]
test_accuracy = exact_match(translations, [tokenize(text) for text in french_test])
