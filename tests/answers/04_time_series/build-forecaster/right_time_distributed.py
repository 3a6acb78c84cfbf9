# with TimeDistributed and the functional API
def build_forecaster(n_steps, n_features, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_features))
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(inputs)
    model = keras.Model(inputs, layers.TimeDistributed(layers.Dense(n_outputs))(states))
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.MeanSquaredError())
    return model
