# the Dense layer is shared by all networks of this size
kept = {}

def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    dense = kept.setdefault((n_neurons, n_outputs), layers.Dense(n_outputs, activation="softmax"))
    inputs = keras.Input((n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    return keras.Model(inputs, dense(state))
