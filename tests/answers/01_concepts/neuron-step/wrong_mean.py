# The mean of the products, not the sum.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return np.tanh(np.mean(x_t * w_x) + y_prev * w_y + b)
