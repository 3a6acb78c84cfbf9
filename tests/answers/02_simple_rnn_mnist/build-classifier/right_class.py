# A class, called once.
class Classifier(keras.Model):
    def __init__(self, units, dropout, num_labels):
        super().__init__()
        self.rnn = layers.SimpleRNN(units, dropout=dropout)
        self.dense = layers.Dense(num_labels, activation="softmax")

    def call(self, x, training=False):
        return self.dense(self.rnn(x, training=training))


def build_classifier(input_shape, units, dropout, num_labels):
    model = Classifier(units, dropout, num_labels)
    model(np.zeros((1, *input_shape), "float32"))
    return model
