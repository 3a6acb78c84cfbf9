# variables, which the tape sees by itself
def loss_and_gradients(x, y, weights):
    """The loss of a batch and its gradients.

    x : float32 of shape (batch, time, n_inputs); y : one-hot labels, float32 of shape (batch, n_classes).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out], arrays, tensors or variables.
    Returns : loss, gradients: a number, and a list of five arrays of the same shapes as the weights.
    """
    variables = [tf.Variable(array) for array in weights]
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y, classify(x, variables)))
    gradients = tape.gradient(loss, variables)
    return float(loss), [g.numpy() for g in gradients]
