# 28 steps always.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(layers.Input((28, input_shape[1])))
    model.add(layers.SimpleRNN(units, dropout=dropout))
    model.add(layers.Dense(num_labels, activation="softmax"))
    return model
