# SGD
def build_lstm(n_steps, units):
    """Build and compile an LSTM layer whose last output is the prediction.

    Returns : a compiled keras model from (batch, n_steps, 1) to (batch, units), with the loss mean absolute error and
        Adam as Keras sets it up. With one unit it has 12 parameters.
    """
    model = keras.Sequential([layers.Input((n_steps, 1)), layers.LSTM(units)])
    model.compile(loss="mean_absolute_error", optimizer="sgd")
    return model
