# Watches accuracy, which the text leaves out
def build_lstm(n_steps, units):
    model = keras.Sequential([layers.Input((n_steps, 1)), layers.LSTM(units)])
    model.compile(loss="mean_absolute_error", optimizer="adam", metrics=["accuracy"])
    return model
