# Adam written out
def train(images, labels, weights, learning_rate, batch_size, iterations, display_step):
    """Train the classifier.

    images : float32 of shape (n, time, n_inputs); labels : one-hot, float32 of shape (n, n_classes).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out] to start from.
    Returns : a dict with
        "weights": the list of five trained arrays,
        "losses": a list with the loss of each iteration, before its update,
        "lines": a list with one text for each display_step-th iteration.
    """
    w = [np.array(array, dtype="float32") for array in weights]
    m, v = [0 * a for a in w], [0 * a for a in w]
    graph = tf.function(lambda x, y, w: (loss_and_gradients(x, y, w), classify(x, w)))
    losses, lines = [], []
    for k in range(1, iterations + 1):
        batch = [((k - 1) * batch_size + j) % len(images) for j in range(batch_size)]
        (loss, gradients), logits = graph(tf.constant(images[batch]), tf.constant(labels[batch]), [tf.constant(a) for a in w])
        losses.append(float(loss))
        if k % display_step == 0:
            right = np.mean(np.argmax(logits, axis=1) == np.argmax(labels[batch], axis=1))
            lines.append(f"iteration {k}: loss {losses[-1]:.6f}, accuracy {right:.6f}")
        for n, g in enumerate(gradients):
            g = g.numpy()
            m[n], v[n] = 0.9 * m[n] + 0.1 * g, 0.999 * v[n] + 0.001 * g * g
            w[n] = w[n] - learning_rate * (m[n] / (1 - 0.9**k)) / (np.sqrt(v[n] / (1 - 0.999**k)) + 1e-7)
    return {"weights": w, "losses": losses, "lines": lines}
