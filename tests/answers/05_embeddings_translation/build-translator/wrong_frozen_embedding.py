# the English embedding is frozen and never learns
def build_translator(n_english, n_french, n_dimensions, units):
    english = keras.Input((None,), dtype="int32")
    french = keras.Input((None,), dtype="int32")
    english_vectors = layers.Embedding(n_english, n_dimensions, mask_zero=True, trainable=False, name="english_embedding")(english)
    _, h, c = layers.LSTM(units, return_state=True, name="encoder")(english_vectors)
    french_vectors = layers.Embedding(n_french, n_dimensions, mask_zero=True, name="french_embedding")(french)
    decoder = layers.LSTM(units, return_sequences=True, return_state=True, name="decoder")
    outputs, _, _ = decoder(french_vectors, initial_state=[h, c])
    probabilities = layers.Dense(n_french, activation="softmax", name="output")(outputs)
    return keras.Model([english, french], probabilities)
