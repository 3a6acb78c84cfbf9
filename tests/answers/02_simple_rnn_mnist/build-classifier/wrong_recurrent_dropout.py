# Masks the state, not the inputs.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, recurrent_dropout=dropout),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
