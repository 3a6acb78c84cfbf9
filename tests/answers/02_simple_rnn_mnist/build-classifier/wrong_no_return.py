# No return.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(layers.Input(input_shape))
    model.add(layers.SimpleRNN(units, dropout=dropout))
    model.add(layers.Dense(num_labels, activation="softmax"))
