# the reset gate acts before the product, the form of the first paper
def gru_step(x_t, h_prev, kernel, recurrent_kernel, bias):
    """One time step of a GRU, as keras.layers.GRU does it by default.

    x_t : the current input, of shape (batch, features); h_prev : the state before the step, (batch, units).
    kernel : of shape (features, 3 * units); recurrent_kernel : (units, 3 * units); bias : (2, 3 * units).
    Returns : h_t, of shape (batch, units).
        For example, with all weights 0 both gates are half open and the candidate is 0: h_t is h_prev / 2.
    """
    u = h_prev.shape[1]
    a, s = x_t @ kernel + bias[0], h_prev @ recurrent_kernel + bias[1]
    z = 1 / (1 + np.exp(-(a[:, :u] + s[:, :u])))
    r = 1 / (1 + np.exp(-(a[:, u : 2 * u] + s[:, u : 2 * u])))
    candidate = np.tanh(a[:, 2 * u :] + (r * h_prev) @ recurrent_kernel[:, 2 * u :] + bias[1][2 * u :])
    return z * h_prev + (1 - z) * candidate
