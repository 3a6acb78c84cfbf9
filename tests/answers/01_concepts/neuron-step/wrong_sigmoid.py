# sigmoid in place of tanh.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return 1 / (1 + np.exp(-(np.dot(x_t, w_x) + y_prev * w_y + b)))
