# A class, called once.
class StateClassifier(keras.Model):
    def __init__(self, n_neurons, n_outputs):
        super().__init__()
        self.rnn = layers.SimpleRNN(n_neurons, return_state=True)
        self.softmax = layers.Dense(n_outputs, activation="softmax")

    def call(self, x):
        _, state = self.rnn(x)
        return self.softmax(state)


def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    model = StateClassifier(n_neurons, n_outputs)
    model(np.zeros((1, n_steps, n_inputs), "float32"))
    return model
