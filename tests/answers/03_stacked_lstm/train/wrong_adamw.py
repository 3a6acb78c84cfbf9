# AdamW, which has weight decay, in place of Adam
def train(images, labels, weights, learning_rate, batch_size, iterations, display_step):
    """Train the classifier."""
    variables = [tf.Variable(weight) for weight in weights]
    optimizer = keras.optimizers.AdamW(learning_rate)
    optimizer.build(variables)

    @tf.function
    def update(x, y):
        with tf.GradientTape() as tape:
            logits = classify(x, variables)
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits))
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        hits = tf.argmax(logits, axis=1) == tf.argmax(y, axis=1)
        return loss, tf.reduce_mean(tf.cast(hits, tf.float32))

    losses, lines = [], []
    for k in range(iterations):
        rows = np.arange(k * batch_size, (k + 1) * batch_size) % len(images)
        loss, accuracy = update(tf.constant(images[rows]), tf.constant(labels[rows]))
        losses.append(float(loss))
        if (k + 1) % display_step == 0:
            lines.append(f"iteration {k + 1}: loss {float(loss):.6f}, accuracy {float(accuracy):.6f}")
    return {"weights": [variable.numpy() for variable in variables], "losses": losses, "lines": lines}
