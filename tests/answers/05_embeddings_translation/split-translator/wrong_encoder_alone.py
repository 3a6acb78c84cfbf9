# gives the encoder alone
def split_translator(model):
    english = keras.Input((None,), dtype="int32")
    _, h, c = model.get_layer("encoder")(model.get_layer("english_embedding")(english))
    encoder = keras.Model(english, [h, c])

    units = model.get_layer("decoder").units
    word = keras.Input((1,), dtype="int32")
    states = [keras.Input((units,)), keras.Input((units,))]
    outputs, h, c = model.get_layer("decoder")(model.get_layer("french_embedding")(word), initial_state=states)
    decoder = keras.Model([word, *states], [model.get_layer("output")(outputs), h, c])
    return encoder
