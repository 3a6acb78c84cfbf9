# Keras' own cell with these weights
def gru_step(x_t, h_prev, kernel, recurrent_kernel, bias):
    """One time step of a GRU, as keras.layers.GRU does it by default.

    x_t : the current input, of shape (batch, features); h_prev : the state before the step, (batch, units).
    kernel : of shape (features, 3 * units); recurrent_kernel : (units, 3 * units); bias : (2, 3 * units).
    Returns : h_t, of shape (batch, units).
        For example, with all weights 0 both gates are half open and the candidate is 0: h_t is h_prev / 2.
    """
    cell = layers.GRUCell(h_prev.shape[1])
    cell.build((None, x_t.shape[1]))
    cell.set_weights([kernel, recurrent_kernel, bias])
    return cell(np.asarray(x_t, "float32"), [np.asarray(h_prev, "float32")])[0]
