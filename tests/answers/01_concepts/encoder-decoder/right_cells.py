# RNN(SimpleRNNCell), TimeDistributed.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.RNN(layers.SimpleRNNCell(n_neurons)),
            layers.RepeatVector(n_output_steps),
            layers.RNN(layers.SimpleRNNCell(n_neurons), return_sequences=True),
            layers.TimeDistributed(layers.Dense(n_outputs)),
        ]
    )
