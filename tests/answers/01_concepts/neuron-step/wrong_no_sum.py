# Multiplies without summing: a vector comes out.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return np.tanh(x_t * w_x + h_prev * w_h + b)
