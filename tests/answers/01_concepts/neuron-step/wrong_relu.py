# relu in place of tanh.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return max(0.0, np.dot(x_t, w_x) + h_prev * w_h + b)
