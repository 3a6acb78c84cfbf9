# the model is frozen on the way (trainable changed)
def split_translator(model):
    english = keras.Input((None,), dtype="int32")
    _, h, c = model.get_layer("encoder")(model.get_layer("english_embedding")(english))
    encoder = keras.Model(english, [h, c])

    model.trainable = False
    units = model.get_layer("decoder").units
    word = keras.Input((1,), dtype="int32")
    h_in, c_in = keras.Input((units,)), keras.Input((units,))
    y, h, c = model.get_layer("decoder")(model.get_layer("french_embedding")(word), initial_state=[h_in, c_in])
    decoder = keras.Model([word, h_in, c_in], [model.get_layer("output")(y), h, c])
    return encoder, decoder
