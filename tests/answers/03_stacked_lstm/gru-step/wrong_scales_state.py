# multiplies the state that it is given
def gru_step(x_t, h_prev, W_x, W_h, b):
    """One time step of a GRU, as keras.layers.GRU takes it by default.

    x_t : the current input, of shape (batch, features); h_prev : the state before the step, (batch, units).
    W_x : the kernel, of shape (features, 3 * units); W_h : the recurrent kernel, (units, 3 * units);
    b : the bias, (2, 3 * units).
    Returns : h_t, of shape (batch, units).
        For example, with all weights 0 both gates are half open and the candidate is 0: h_t is h_prev / 2.
    """
    x_z, x_r, x_h = np.split(x_t @ W_x + b[0], 3, axis=1)
    h_z, h_r, h_h = np.split(h_prev @ W_h + b[1], 3, axis=1)
    z = 1 / (1 + np.exp(-(x_z + h_z)))
    r = 1 / (1 + np.exp(-(x_r + h_r)))
    candidate = np.tanh(x_h + r * h_h)
    h_prev *= z
    h_prev += (1 - z) * candidate
    return h_prev
