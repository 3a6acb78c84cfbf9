# with a helper
def numbers(texts, vocabulary):
    return [to_ids(tokenize(text), vocabulary) for text in texts]


french_ids = build_vocabulary(map(tokenize, french_train), SPECIAL, size=FRENCH_SIZE)
source = encoder_array(numbers(english_train, english_ids), length=ENGLISH_LENGTH)
decoder_inputs, decoder_targets = decoder_arrays(
    numbers(french_train, french_ids), FRENCH_LENGTH, go=french_ids["<go>"], eos=french_ids["<eos>"]
)
