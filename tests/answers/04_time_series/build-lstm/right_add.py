# with add, and the short name of the loss
def build_lstm(n_steps, units):
    model = keras.Sequential()
    model.add(keras.Input((n_steps, 1)))
    model.add(layers.LSTM(units, return_sequences=False))
    model.compile(loss="mae", optimizer="adam")
    return model
