# Masks the state as well as the inputs.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout, recurrent_dropout=dropout),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
