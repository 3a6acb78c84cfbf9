# Takes a state of 0 for none, and a weight of 0 for 1.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return np.tanh(np.dot(x_t, w_x) + (h_prev or 0.0) * (w_h or 1.0) + b)
