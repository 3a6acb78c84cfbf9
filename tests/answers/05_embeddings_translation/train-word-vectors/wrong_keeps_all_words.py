# keeps all words, so that [UNK] never occurs
lists = [tokenize(text) for text in english_train]
english_ids = build_vocabulary(lists, SPECIAL, 5_000)
x, y = context_windows([to_ids(tokens, english_ids) for tokens in lists], 2)
inputs = keras.Input((4,), dtype="int32")
embedding = layers.Embedding(len(english_ids), 16, mask_zero=True, name="vectors")
mean = layers.GlobalAveragePooling1D()(embedding(inputs))
word_model = keras.Model(inputs, layers.Dense(len(english_ids), activation="softmax")(mean))
word_model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
word_model.fit(x, y, batch_size=128, epochs=5, verbose=0)
word_vectors = embedding.embeddings.numpy()
