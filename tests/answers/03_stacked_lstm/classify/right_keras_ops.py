# keras.ops
def classify(x, weights):
    """The logits of the classifier.

    x : float32 of shape (batch, time, n_inputs).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out].
    Returns : logits, a tensor of shape (batch, n_classes).
        For example, when W_out is 0 every row is b_out.
    """
    ops = keras.ops
    kernel, recurrent_kernel, bias, W_out, b_out = [ops.convert_to_tensor(array) for array in weights]
    projected = ops.matmul(x, kernel) + bias
    h = c = ops.zeros((x.shape[0], recurrent_kernel.shape[0]))
    for t in range(x.shape[1]):
        i, f, g, o = ops.split(projected[:, t] + ops.matmul(h, recurrent_kernel), 4, axis=1)
        c = ops.sigmoid(f) * c + ops.sigmoid(i) * ops.tanh(g)
        h = ops.sigmoid(o) * ops.tanh(c)
    return ops.matmul(h, W_out) + b_out
