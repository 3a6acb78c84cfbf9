# build in place of an Input.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential([layers.SimpleRNN(units, dropout=dropout), layers.Dense(num_labels, "softmax")])
    model.build((None, *input_shape))
    return model
