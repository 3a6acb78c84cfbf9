# No gradient reaches the encoder. Breaks: 'Build the network for training'.
def build_translator(n_english, n_french, n_dimensions, units):
    english = keras.Input((None,), dtype="int32")
    french = keras.Input((None,), dtype="int32")
    x = layers.Embedding(n_english, n_dimensions, mask_zero=True, name="english_embedding")(english)
    _, h, c = layers.LSTM(units, return_state=True, name="encoder")(x)
    y = layers.Embedding(n_french, n_dimensions, mask_zero=True, name="french_embedding")(french)
    y, _, _ = layers.LSTM(units, return_sequences=True, return_state=True, name="decoder")(y, initial_state=[ops.stop_gradient(h), ops.stop_gradient(c)])
    probabilities = layers.Dense(n_french, activation="softmax", name="output")(y)
    return keras.Model([english, french], probabilities)
