# A Taylor polynomial in place of tanh.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    z = np.dot(x_t, w_x) + h_prev * w_h + b
    return z - z**3 / 3 + 2 * z**5 / 15
