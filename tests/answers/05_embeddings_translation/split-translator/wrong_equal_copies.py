# copies the weights into new layers
def split_translator(model):
    units = model.get_layer("decoder").units
    table_en, table_fr = (model.get_layer(name).get_weights()[0] for name in ("english_embedding", "french_embedding"))
    english = keras.Input((None,))
    english_layer = layers.Embedding(*table_en.shape, mask_zero=True)
    encoder_layer = layers.LSTM(units, return_state=True)
    encoder = keras.Model(english, encoder_layer(english_layer(english))[1:])
    encoder.set_weights([table_en, *model.get_layer("encoder").get_weights()])
    word, h, c = keras.Input((1,)), keras.Input((units,)), keras.Input((units,))
    vector = layers.Embedding(*table_fr.shape)(word)
    outputs, h_new, c_new = layers.LSTM(units, return_sequences=True, return_state=True)(vector, initial_state=[h, c])
    p = layers.Dense(len(table_fr), activation="softmax")(outputs)
    decoder = keras.Model([word, h, c], [p, h_new, c_new])
    decoder.set_weights([table_fr, *model.get_layer("decoder").get_weights(), *model.get_layer("output").get_weights()])
    return encoder, decoder
