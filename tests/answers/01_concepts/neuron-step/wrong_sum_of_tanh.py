# A tanh around each term.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return np.tanh(np.dot(x_t, w_x)) + np.tanh(h_prev * w_h) + b
