# A class of its own, called once.
class Own(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.masking, self.rnn = layers.Masking(), layers.SimpleRNN(units)

    def call(self, x):
        return self.rnn(self.masking(x))


def masking_model(W_x, W_h, b):
    model = Own(len(b))
    model(np.ones((1, 1, len(W_x)), dtype="float32"))
    model.set_weights([W_x, W_h, b])
    return model
