# steps with the LSTM of the encoder
def split_translator(model):
    english = keras.Input((None,), dtype="int32")
    _, h, c = model.get_layer("encoder")(model.get_layer("english_embedding")(english))
    encoder = keras.Model(english, [h, c])

    units = model.get_layer("decoder").units
    word = keras.Input((1,), dtype="int32")
    states = [keras.Input((units,)), keras.Input((units,))]
    h, h, c = model.get_layer("encoder")(model.get_layer("french_embedding")(word), initial_state=states)
    outputs = h[:, None] if False else layers.Reshape((1, units))(h)
    decoder = keras.Model([word, *states], [model.get_layer("output")(outputs), h, c])
    return encoder, decoder
