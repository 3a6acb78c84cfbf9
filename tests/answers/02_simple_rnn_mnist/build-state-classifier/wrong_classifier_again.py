# The classifier of exercise 7, dropout and all.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    return build_classifier((n_steps, n_inputs), n_neurons, 0.2, n_outputs)
