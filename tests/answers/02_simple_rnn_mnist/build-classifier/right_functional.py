# The functional API.
def build_classifier(input_shape, units, dropout, num_labels):
    inputs = keras.Input(input_shape)
    state = layers.SimpleRNN(units, dropout=dropout)(inputs)
    logits = layers.Dense(num_labels)(state)
    return keras.Model(inputs=inputs, outputs=layers.Activation("softmax")(logits))
