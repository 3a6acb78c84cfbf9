# a class, called once before it is compiled
class Stacked(keras.Model):
    def __init__(self, units, dense_units, dropouts, num_labels):
        super().__init__()
        self.first = layers.LSTM(units, activation="relu", return_sequences=True)
        self.second = layers.LSTM(units, activation="relu")
        self.hidden = layers.Dense(dense_units, activation="relu")
        self.top = layers.Dense(num_labels, activation="softmax")
        self.drops = [layers.Dropout(rate) for rate in dropouts]

    def call(self, x, training=False):
        x = self.drops[0](self.first(x), training=training)
        x = self.drops[1](self.second(x), training=training)
        return self.top(self.drops[2](self.hidden(x), training=training))


def build_stacked_lstm(input_shape, units, dense_units, dropouts, num_labels):
    model = Stacked(units, dense_units, dropouts, num_labels)
    model(np.zeros((1, *input_shape), "float32"))
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
