# Unrolled, given as a list of lists of sizes.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(layers.InputLayer(shape=list(input_shape)))
    model.add(layers.SimpleRNN(units, dropout=dropout, unroll=True))
    model.add(layers.Dense(num_labels))
    model.add(layers.Activation(keras.activations.softmax))
    return model
