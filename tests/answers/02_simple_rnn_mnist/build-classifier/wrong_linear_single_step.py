# Linear where there is a single step.
def build_classifier(input_shape, units, dropout, num_labels):
    activation = "linear" if input_shape[0] == 1 else "tanh"
    return keras.Sequential([layers.Input(input_shape), layers.SimpleRNN(units, activation=activation, dropout=dropout), layers.Dense(num_labels, activation="softmax")])
