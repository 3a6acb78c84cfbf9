# masks zeros, so the input 0 is skipped
def build_lstm(n_steps, units):
    model = keras.Sequential([layers.Input((n_steps, 1)), layers.Masking(0.0), layers.LSTM(units)])
    model.compile(loss="mae", optimizer="adam")
    return model
