# A class that loops over the steps with the cell, called once.
class Loop(keras.Model):
    def __init__(self, n_neurons, n_outputs):
        super().__init__()
        self.cell, self.out = layers.SimpleRNNCell(n_neurons), layers.Dense(n_outputs)

    def call(self, x):
        state, states = keras.ops.zeros((x.shape[0], self.cell.units)), []
        for t in range(x.shape[1]):
            state, _ = self.cell(x[:, t], [state])
            states.append(self.out(state))
        return keras.ops.stack(states, axis=1)


def many_to_many(n_inputs, n_neurons, n_outputs):
    model = Loop(n_neurons, n_outputs)
    model(np.zeros((1, 2, n_inputs), dtype="float32"))
    return model
