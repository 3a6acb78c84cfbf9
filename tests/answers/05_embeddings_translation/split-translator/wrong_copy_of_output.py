# the output layer is a copy with the weights of now
def split_translator(model):
    units = model.get_layer("decoder").units
    english = keras.Input((None,), dtype="int32")
    vectors = model.get_layer("english_embedding")(english)
    _, h, c = model.get_layer("encoder")(vectors)
    encoder = keras.Model(english, [h, c])
    word, h_in, c_in = keras.Input((1,), dtype="int32"), keras.Input((units,)), keras.Input((units,))
    outputs, h_out, c_out = model.get_layer("decoder")(model.get_layer("french_embedding")(word), initial_state=[h_in, c_in])
    old = model.get_layer("output")
    output = layers.Dense.from_config(old.get_config())
    output.build((None, None, units))
    output.set_weights(old.get_weights())
    decoder = keras.Model([word, h_in, c_in], [output(outputs), h_out, c_out])
    return encoder, decoder
