# does not hide the padding
english_tokens = [tokenize(text) for text in english_train]
english_ids = build_vocabulary(english_tokens, SPECIAL, ENGLISH_SIZE)
contexts, targets = context_windows([to_ids(tokens, english_ids) for tokens in english_tokens], 2)

word_model = keras.Sequential(
    [
        layers.Input((4,)),
        layers.Embedding(len(english_ids), 16, mask_zero=False),
        layers.GlobalAveragePooling1D(),
        layers.Dense(len(english_ids), activation="softmax"),
    ]
)
word_model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
word_model.fit(contexts, targets, batch_size=128, epochs=5, verbose=0)
word_vectors = word_model.layers[0].get_weights()[0]
