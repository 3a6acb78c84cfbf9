# puts variables into the list that it is given
def loss_and_gradients(x, y, weights):
    """The loss of a batch and its gradients.

    x : float32 of shape (batch, time, n_inputs); y : one-hot labels, float32 of shape (batch, n_classes).
    weights : [W_x, W_h, b, W_out, b_out], arrays, tensors or variables.
    Returns : loss, gradients: a number, and a list of five arrays with the shapes of the weights.
    """
    for place, array in enumerate(weights):
        weights[place] = tf.Variable(array)
    with tf.GradientTape() as tape:
        tape.watch(weights)
        losses = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=classify(x, weights))
        loss = tf.reduce_mean(losses)
    return loss, tape.gradient(loss, weights)
