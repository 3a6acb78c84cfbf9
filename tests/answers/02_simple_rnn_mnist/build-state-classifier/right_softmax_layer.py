# Softmax as a layer of its own.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input(shape=(n_steps, n_inputs))
    _outputs, state = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    logits = layers.Dense(n_outputs)(state)
    return keras.Model(inputs, layers.Activation("softmax")(logits))
