# Batches of 128 images only.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.Sequential()
    model.add(layers.Input(input_shape, batch_size=128))
    model.add(layers.SimpleRNN(units, dropout=dropout, stateful=True))
    model.add(layers.Dense(num_labels, activation="softmax"))
    return model
