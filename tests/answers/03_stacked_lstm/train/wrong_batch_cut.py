# a batch is never larger than the number of images
def train(images, labels, weights, learning_rate, batch_size, iterations, display_step):
    """Train the classifier.

    images : float32 of shape (n, time, n_inputs); labels : one-hot, float32 of shape (n, n_classes).
    weights : [W_x, W_h, b, W_out, b_out] to start from.
    Returns : a dict with
        "weights": the list of five trained arrays,
        "losses": a list with the loss of each iteration, before its update,
        "lines": a list with one string for each display_step-th iteration; empty if there is none.
    """
    variables = [tf.Variable(array) for array in weights]
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(variables)

    @tf.function
    def step(x, y):
        logits = classify(x, variables)
        loss, gradients = loss_and_gradients(x, y, variables)
        optimizer.apply_gradients(zip(gradients, variables))
        hits = tf.equal(tf.argmax(logits, axis=1), tf.argmax(y, axis=1))
        return loss, tf.reduce_mean(tf.cast(hits, tf.float32))

    losses, lines = [], []
    for k in tqdm(range(iterations)):
        batch = (k * batch_size + np.arange(min(batch_size, len(images)))) % len(images)
        loss, accuracy = step(images[batch], labels[batch])
        losses.append(float(loss))
        if (k + 1) % display_step == 0:
            lines.append(f"iteration {k + 1}: loss {loss:.6f}, accuracy {accuracy:.6f}")
    return {"weights": [v.numpy() for v in variables], "losses": losses, "lines": lines}
