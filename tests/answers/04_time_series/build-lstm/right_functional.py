# the functional API, any number of steps
def build_lstm(n_steps, units):
    inputs = keras.Input((None, 1))
    model = keras.Model(inputs, layers.LSTM(units)(inputs))
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.MeanAbsoluteError())
    return model
