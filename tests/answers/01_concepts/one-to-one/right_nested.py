# A Sequential inside a Sequential.
def one_to_one(n_inputs, n_neurons, n_outputs):
    hidden = keras.Sequential([layers.Dense(n_neurons), layers.Activation("tanh")])
    return keras.Sequential([keras.Input((n_inputs,)), hidden, layers.Dense(n_outputs)])
