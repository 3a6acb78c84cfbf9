# A Masking layer skips rows of zeros; breaks "Each time step is one row"
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=input_shape))
    model.add(layers.Masking(0.0))
    model.add(layers.SimpleRNN(units, dropout=dropout))
    model.add(layers.Dense(num_labels, activation="softmax"))
    return model
