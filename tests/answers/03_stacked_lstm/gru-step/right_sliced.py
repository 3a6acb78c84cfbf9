# slices and one product per block
def gru_step(x_t, h_prev, kernel, recurrent_kernel, bias):
    """One time step of a GRU, as keras.layers.GRU does it by default.

    x_t : the current input, of shape (batch, features); h_prev : the state before the step, (batch, units).
    kernel : of shape (features, 3 * units); recurrent_kernel : (units, 3 * units); bias : (2, 3 * units).
    Returns : h_t, of shape (batch, units).
        For example, with all weights 0 both gates are half open and the candidate is 0: h_t is h_prev / 2.
    """
    u = h_prev.shape[1]
    parts = [slice(0, u), slice(u, 2 * u), slice(2 * u, 3 * u)]
    a = [x_t @ kernel[:, p] + bias[0, p] for p in parts]
    s = [h_prev @ recurrent_kernel[:, p] + bias[1, p] for p in parts]
    z = gate(a[0] + s[0], 1)
    new = np.tanh(a[2] + gate(a[1] + s[1], s[2]))
    return z * h_prev + (1 - z) * new
