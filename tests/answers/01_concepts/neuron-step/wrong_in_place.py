# Multiplies the input in place.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    x_t *= w_x
    return np.tanh(x_t.sum() + h_prev * w_h + b)
