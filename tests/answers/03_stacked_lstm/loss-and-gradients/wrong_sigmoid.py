# the sigmoid cross-entropy
def loss_and_gradients(x, y, weights):
    """The loss of a batch and its gradients.

    x : float32 of shape (batch, time, n_inputs); y : one-hot labels, float32 of shape (batch, n_classes).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out], arrays, tensors or variables.
    Returns : loss, gradients: a number, and a list of five arrays of the same shapes as the weights.
    """
    weights = [tf.convert_to_tensor(array) for array in weights]
    with tf.GradientTape() as tape:
        tape.watch(weights)
        losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=classify(x, weights))
        loss = tf.reduce_mean(losses)
    return loss, tape.gradient(loss, weights)
