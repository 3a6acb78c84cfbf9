# Input and earlier output side by side, one product.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return np.tanh(np.append(x_t, h_prev) @ np.append(w_x, w_h) + b)
