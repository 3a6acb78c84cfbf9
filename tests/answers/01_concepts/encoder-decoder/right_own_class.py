# A class of its own, unbuilt.
class Own(keras.Model):
    def __init__(self, n_steps, n_neurons, n_outputs):
        super().__init__()
        self.encoder = layers.SimpleRNN(n_neurons)
        self.repeat = layers.RepeatVector(n_steps)
        self.decoder = layers.SimpleRNN(n_neurons, return_sequences=True)
        self.out = layers.Dense(n_outputs)

    def call(self, x):
        return self.out(self.decoder(self.repeat(self.encoder(x))))


def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return Own(n_output_steps, n_neurons, n_outputs)
