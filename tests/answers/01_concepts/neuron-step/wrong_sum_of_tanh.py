# A tanh around each term.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return np.tanh(np.dot(x_t, w_x)) + np.tanh(y_prev * w_y) + b
