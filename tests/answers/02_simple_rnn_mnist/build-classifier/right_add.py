# Layer by layer.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(keras.Input(shape=input_shape))
    model.add(layers.SimpleRNN(units=units, dropout=dropout))
    model.add(layers.Dense(num_labels))
    model.add(layers.Softmax())
    return model
