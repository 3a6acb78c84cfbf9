# reads unknown words as padding
french_tokens = [tokenize(text) for text in french_train]
french_ids = build_vocabulary(french_tokens, SPECIAL, FRENCH_SIZE)
source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_train], ENGLISH_LENGTH)
french_lists = [[french_ids.get(token, 0) for token in tokens] for tokens in french_tokens]
decoder_inputs, decoder_targets = decoder_arrays(french_lists, FRENCH_LENGTH, french_ids["<go>"], french_ids["<eos>"])
