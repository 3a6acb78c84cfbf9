# Adds h_prev without its weight.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return np.tanh(np.dot(x_t, w_x) + h_prev + b)
