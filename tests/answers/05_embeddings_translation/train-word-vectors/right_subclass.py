# a class of its own
english_tokens = [tokenize(text) for text in english_train]
english_ids = build_vocabulary(english_tokens, SPECIAL, ENGLISH_SIZE)
contexts, targets = context_windows([to_ids(tokens, english_ids) for tokens in english_tokens], 2)


class Guess(keras.Model):
    def __init__(self):
        super().__init__()
        self.vectors = layers.Embedding(len(english_ids), 16, mask_zero=True)
        self.mean = layers.GlobalAveragePooling1D()
        self.guess = layers.Dense(len(english_ids), activation="softmax")

    def call(self, ids):
        return self.guess(self.mean(self.vectors(ids)))


word_model = Guess()
word_model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss=keras.losses.SparseCategoricalCrossentropy())
word_model.fit(contexts, targets, epochs=5, batch_size=128, verbose=0)
word_vectors = word_model.vectors.get_weights()[0]
