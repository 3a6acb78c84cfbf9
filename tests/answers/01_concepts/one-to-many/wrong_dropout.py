# Dropout after the recurrent layer.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            keras.Input((n_inputs,)),
            layers.RepeatVector(n_steps),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dropout(0.2),
            layers.Dense(n_outputs),
        ]
    )
