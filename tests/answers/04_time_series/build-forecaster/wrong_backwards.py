# reads backwards
def build_forecaster(n_steps, n_features, n_neurons, n_outputs):
    """Build and compile SimpleRNN(n_neurons), with its outputs at all steps, and a linear Dense layer at each step.

    Returns : a compiled keras model from (batch, n_steps, n_features) to (batch, n_steps, n_outputs), with the loss
        mean squared error and Adam as Keras sets it up. The SimpleRNN has Keras' own activation, tanh.
    """
    model = keras.Sequential(
        [
            layers.Input((n_steps, n_features)),
            layers.SimpleRNN(n_neurons, return_sequences=True, go_backwards=True),
            layers.Dense(n_outputs),
        ]
    )
    model.compile(loss="mean_squared_error", optimizer="adam")
    return model
