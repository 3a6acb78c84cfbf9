# An array of one number for a single feature only.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    total = x_t * w_x if len(x_t) == 1 else np.dot(x_t, w_x)
    return np.tanh(total + h_prev * w_h + b)
