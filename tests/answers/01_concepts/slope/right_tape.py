# By automatic differentiation.
def slope(z, name):
    z = tf.Variable(z, dtype=tf.float32)
    with tf.GradientTape() as tape:
        y = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu}[name](z)
    return tape.gradient(y, z)
