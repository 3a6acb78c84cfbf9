# A window of two steps in place of a state.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.Conv1D(n_neurons, 2, padding="causal", activation="tanh"),
            layers.Dense(n_outputs),
        ]
    )
