# takes the English input of the model
def split_translator(model):
    lstm = model.get_layer("encoder")
    encoder = keras.Model(model.get_layer("english_embedding").input, lstm.output[1:])
    step = [keras.Input((None,)), keras.Input((lstm.units,)), keras.Input((lstm.units,))]
    vectors = model.get_layer("french_embedding")(step[0])
    outputs, *states = model.get_layer("decoder")(vectors, initial_state=step[1:])
    decoder = keras.Model(step, [model.get_layer("output")(outputs)] + list(states))
    return [encoder, decoder]
