# A fraction that is close to tanh up to 2.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    z = np.dot(x_t, w_x) + h_prev * w_h + b
    return z * (10395 + 1260 * z**2 + 21 * z**4) / (10395 + 4725 * z**2 + 210 * z**4 + z**6)
