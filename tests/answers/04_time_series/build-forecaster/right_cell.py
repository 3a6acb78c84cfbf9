# a cell in the layer RNN, He initialization
def build_forecaster(n_steps, n_features, n_neurons, n_outputs):
    cell = layers.SimpleRNNCell(n_neurons, kernel_initializer="he_normal")
    recurrent = layers.RNN(cell, return_sequences=True)
    model = keras.Sequential([keras.Input((n_steps, n_features)), recurrent, layers.Dense(n_outputs)])
    model.compile(loss="mse", optimizer=keras.optimizers.Adam(1e-3))
    return model
