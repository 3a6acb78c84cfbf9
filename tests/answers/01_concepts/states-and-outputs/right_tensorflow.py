# With TensorFlow, float32, columns.
def states_and_outputs(x, U, W, V):
    x, U, W, V = (tf.cast(value, tf.float32) for value in (x, U, W, V))
    s, states = tf.zeros((W.shape[0], 1)), []
    for t in range(x.shape[0]):
        s = tf.tanh(U @ x[t][:, None] + W @ s)
        states.append(s[:, 0])
    states = tf.stack(states)
    return states, tf.nn.softmax(states @ tf.transpose(V))
