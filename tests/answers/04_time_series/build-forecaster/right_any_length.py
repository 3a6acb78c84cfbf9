# any number of steps, with add
def build_forecaster(n_steps, n_features, n_neurons, n_outputs):
    model = keras.Sequential()
    model.add(keras.Input((None, n_features)))
    model.add(layers.SimpleRNN(n_neurons, activation="tanh", return_sequences=True))
    model.add(layers.Dense(n_outputs, activation="linear"))
    model.compile(loss="mse", optimizer="adam", metrics=["mae"])
    return model
