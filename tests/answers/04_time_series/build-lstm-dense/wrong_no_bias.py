# no bias in the Dense layer
def build_lstm_dense(n_steps, units, learning_rate):
    """Build and compile an LSTM layer whose last output goes through a linear Dense layer of one unit.

    Returns : a compiled keras model from (batch, n_steps, 1) to (batch, 1), with the loss mean absolute error and
        Adam with the given learning rate.
    """
    model = keras.Sequential([layers.Input((n_steps, 1)), layers.LSTM(units), layers.Dense(1, use_bias=False)])
    model.compile(loss="mean_absolute_error", optimizer=keras.optimizers.Adam(learning_rate))
    return model
