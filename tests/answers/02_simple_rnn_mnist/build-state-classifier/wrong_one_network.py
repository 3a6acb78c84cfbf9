# One network of a size, handed out at each call.
from functools import cache


@cache
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(state))
