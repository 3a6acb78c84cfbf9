# a tape of its own and one forward pass per iteration
def train(images, labels, weights, learning_rate, batch_size, iterations, display_step):
    """Train the classifier.

    images : float32 of shape (n, time, n_inputs); labels : one-hot, float32 of shape (n, n_classes).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out] to start from.
    Returns : a dict with
        "weights": the list of five trained arrays,
        "losses": a list with the loss of each iteration, before its update,
        "lines": a list with one text for each display_step-th iteration.
    """
    variables = [tf.Variable(array) for array in weights]
    optimizer = keras.optimizers.Adam(learning_rate=learning_rate)
    optimizer.build(variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = classify(x, variables)
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits))
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss, tf.reduce_mean(tf.cast(tf.argmax(logits, 1) == tf.argmax(y, 1), tf.float32))

    result = {"weights": None, "losses": [], "lines": []}
    start = 0
    for number in range(1, iterations + 1):
        chosen = np.arange(start, start + batch_size) % len(images)
        start = (start + batch_size) % len(images)
        loss, accuracy = (float(value) for value in step(images[chosen], labels[chosen]))
        result["losses"].append(loss)
        if number % display_step == 0:
            result["lines"].append("iteration {}: loss {:.6f}, accuracy {:.6f}".format(number, loss, accuracy))
    result["weights"] = variables
    return result
