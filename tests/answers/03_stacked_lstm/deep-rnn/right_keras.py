# Keras layers with these weights
def deep_rnn(x, cells):
    """Run a stack of tanh layers over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    cells : one list [W_x, W_h, b] per layer, from the input on: W_x of shape (n, units) for the n numbers that
        come from below, W_h of shape (units, units), b of shape (units,).
    Returns : outputs, state: the states of the top layer at each time step, of shape (batch, time, top units),
        and the final states of all layers side by side, of shape (batch, all units together).
    """
    states = []
    x = np.asarray(x, "float32")
    for weights in cells:
        layer = layers.SimpleRNN(len(weights[2]), return_sequences=True, return_state=True)
        layer.build((None, None, x.shape[2]))
        layer.set_weights(weights)
        x, state = layer(x)
        states.append(state)
    return x, keras.ops.concatenate(states, axis=1)
