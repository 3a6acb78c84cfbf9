# The classifier of exercise 7 without dropout.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    return build_classifier((n_steps, n_inputs), n_neurons, 0.0, n_outputs)
