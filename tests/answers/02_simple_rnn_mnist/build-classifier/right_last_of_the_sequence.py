# Takes the last state of the whole sequence.
def build_classifier(input_shape, units, dropout, num_labels):
    inputs = keras.Input(input_shape)
    states = layers.SimpleRNN(units, dropout=dropout, return_sequences=True)(inputs)
    outputs = layers.Dense(num_labels, activation="softmax")(states[:, -1])
    return keras.Model(inputs, outputs)
