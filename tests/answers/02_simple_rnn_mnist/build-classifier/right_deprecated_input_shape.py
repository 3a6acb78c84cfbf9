# The older argument input_shape=, which warns.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.SimpleRNN(units, dropout=dropout, input_shape=input_shape),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
