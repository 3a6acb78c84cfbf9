# layers.RNN around the cell.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = layers.Input((n_steps, n_inputs))
    _, state = layers.RNN(layers.SimpleRNNCell(n_neurons), return_state=True)(inputs)
    return keras.models.Model(inputs=inputs, outputs=layers.Dense(n_outputs, activation="softmax")(state))
