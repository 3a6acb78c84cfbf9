# a cell in the layer RNN
def build_lstm(n_steps, units):
    model = keras.Sequential([keras.Input((n_steps, 1)), layers.RNN(layers.LSTMCell(units))])
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=1e-3), loss="mae")
    return model
