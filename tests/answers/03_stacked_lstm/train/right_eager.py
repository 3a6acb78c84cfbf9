# without a graph, tensors in the result
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
    optimizer = keras.optimizers.Adam(learning_rate)
    losses, lines = [], []
    for k in range(iterations):
        batch = np.take(np.arange(len(images)), range(k * batch_size, (k + 1) * batch_size), mode="wrap")
        x, y = images[batch], labels[batch]
        accuracy = np.mean(np.argmax(classify(x, variables), axis=1) == np.argmax(y, axis=1))
        loss, gradients = loss_and_gradients(x, y, variables)
        optimizer.apply(gradients, variables)
        losses.append(float(loss))
        if (k + 1) % display_step == 0:
            lines.append(f"iteration {k + 1}: loss {float(loss):.6f}, accuracy {accuracy:.6f}")
    return {"weights": [tf.convert_to_tensor(v) for v in variables], "losses": np.array(losses), "lines": lines}
