# puts the words of both languages into one vocabulary
french_tokens = [tokenize(text) for text in french_train]
french_ids = build_vocabulary(french_tokens + [tokenize(text) for text in english_train], SPECIAL, FRENCH_SIZE)
source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_train], ENGLISH_LENGTH)
french_lists = [to_ids(tokens, french_ids) for tokens in french_tokens]
decoder_inputs, decoder_targets = decoder_arrays(french_lists, FRENCH_LENGTH, french_ids["<go>"], french_ids["<eos>"])
