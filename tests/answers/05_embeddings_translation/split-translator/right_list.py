# gives a list, and builds the decoder first
def split_translator(model):
    layer = {name: model.get_layer(name) for name in ("english_embedding", "encoder", "french_embedding", "decoder", "output")}
    h_in, c_in = (keras.Input(shape=(layer["decoder"].units,), name=name) for name in ("h", "c"))
    word = keras.Input(shape=(1,), name="word")
    sequence, h, c = layer["decoder"](layer["french_embedding"](word), initial_state=(h_in, c_in))
    decoder = keras.Model(inputs=[word, h_in, c_in], outputs=[layer["output"](sequence), h, c])
    english = keras.Input(shape=(None,))
    encoder = keras.Model(inputs=english, outputs=layer["encoder"](layer["english_embedding"](english))[1:])
    return [encoder, decoder]
