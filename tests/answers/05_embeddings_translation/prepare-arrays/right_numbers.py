# writes the numbers out
french_tokens = [tokenize(text) for text in french_train]
french_ids = build_vocabulary(french_tokens, SPECIAL, FRENCH_SIZE)
source = encoder_array([to_ids(tokenize(text), english_ids) for text in english_train], 8)
french_lists = [to_ids(tokens, french_ids) for tokens in french_tokens]
decoder_inputs, decoder_targets = decoder_arrays(french_lists, 10, go=2, eos=3)
