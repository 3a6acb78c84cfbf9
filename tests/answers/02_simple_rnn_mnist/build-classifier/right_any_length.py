# Images of any number of rows; unnamed defaults written out.
def build_classifier(input_shape, units, dropout, num_labels):
    inputs = keras.Input((None, input_shape[1]))
    x = layers.SimpleRNN(units, activation="tanh", dropout=dropout, return_sequences=False, name="reader")(inputs)
    x = layers.Dense(num_labels, activation=keras.activations.softmax, name="labels")(x)
    return keras.Model(inputs, x, name="classifier")
