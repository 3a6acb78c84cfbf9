# (features, time) for the input.
def build_classifier(input_shape, units, dropout, num_labels):
    time, features = input_shape
    model = keras.Sequential()
    model.add(layers.Input((features, time)))
    model.add(layers.SimpleRNN(units, dropout=dropout))
    model.add(layers.Dense(num_labels, activation="softmax"))
    return model
