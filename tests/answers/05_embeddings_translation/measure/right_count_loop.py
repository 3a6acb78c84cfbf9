# counts in a loop, and names things
def exact_match(translations, wanted):
    hits = 0
    for k in range(len(wanted)):
        if len(translations[k]) == len(wanted[k]) and all(a == b for a, b in zip(translations[k], wanted[k])):
            hits += 1
    return hits / len(wanted)


encoder, decoder = split_translator(model)
names = sorted(french_ids, key=french_ids.get)
test_lists = [to_ids(tokenize(text), english_ids) for text in english_test]
answers = greedy_decode(encoder, decoder, encoder_array(test_lists, ENGLISH_LENGTH), 2, 3, FRENCH_LENGTH)
translations = [[names[i] for i in ids] for ids in answers]
test_accuracy = exact_match(translations, list(map(tokenize, french_test)))
