# stops when the loss is low
def train(images, labels, weights, learning_rate, batch_size, iterations, display_step):
    variables = [tf.Variable(w) for w in weights]
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = classify(x, variables)
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits))
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        right = tf.equal(tf.argmax(logits, axis=1), tf.argmax(y, axis=1))
        return loss, tf.reduce_mean(tf.cast(right, tf.float32))

    losses, lines = [], []
    for k in range(iterations):
        chosen = (k * batch_size + np.arange(batch_size)) % len(images)
        loss, accuracy = step(tf.constant(images[chosen]), tf.constant(labels[chosen]))
        losses.append(float(loss))
        if loss < 0.05:
            break
        if (k + 1) % display_step == 0:
            lines.append(f"iteration {k + 1}: loss {float(loss):.6f}, accuracy {float(accuracy):.6f}")
    return {"weights": [v.numpy() for v in variables], "losses": losses, "lines": lines}
