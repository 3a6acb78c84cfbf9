# A class of its own, called once.
class Own(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.rnn = layers.RNN(layers.SimpleRNNCell(units), return_sequences=True)

    def call(self, x):
        return self.rnn(x)


def keras_rnn(W_x, W_h, b):
    model = Own(len(b))
    model(np.zeros((1, 1, len(W_x)), dtype="float32"))
    model.set_weights([W_x, W_h, b])
    return model
