# makes the vectors no wider than the states
def build_translator(n_english, n_french, n_dimensions, units):
    n_dimensions = min(n_dimensions, units)
    english = keras.Input((None,), dtype="int32")
    vectors = layers.Embedding(n_english, n_dimensions, mask_zero=True, name="english_embedding")(english)
    _, h, c = layers.LSTM(units, return_state=True, name="encoder")(vectors)
    french = keras.Input((None,), dtype="int32")
    vectors = layers.Embedding(n_french, n_dimensions, mask_zero=True, name="french_embedding")(french)
    decoder = layers.LSTM(units, return_sequences=True, return_state=True, name="decoder")
    outputs, _, _ = decoder(vectors, initial_state=[h, c])
    probabilities = layers.Dense(n_french, activation="softmax", name="output")(outputs)
    return keras.Model([english, french], probabilities)
