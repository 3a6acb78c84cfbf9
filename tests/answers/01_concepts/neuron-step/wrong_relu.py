# relu in place of tanh.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return max(0.0, np.dot(x_t, w_x) + y_prev * w_y + b)
