# A dropout of 0 becomes 0.2.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential([layers.Input(input_shape), layers.SimpleRNN(units, dropout=dropout or 0.2), layers.Dense(num_labels, activation="softmax")])
