# Multiplies without summing: a vector comes out.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return np.tanh(x_t * w_x + y_prev * w_y + b)
