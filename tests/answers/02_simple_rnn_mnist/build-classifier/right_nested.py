# A Sequential in a Sequential.
def build_classifier(input_shape, units, dropout, num_labels):
    head = keras.Sequential([layers.Dense(num_labels), layers.Softmax()])
    return keras.Sequential([layers.Input(input_shape), layers.SimpleRNN(units, dropout=dropout), head])
