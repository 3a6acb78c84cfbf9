# With keras.ops.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return keras.ops.tanh(keras.ops.matmul(X_t, W_x) + keras.ops.matmul(H_prev, W_h) + b)
