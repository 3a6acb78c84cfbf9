# one block repeated four times
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    rng = np.random.default_rng(seed)

    def glorot(rows, columns):
        a = np.sqrt(6 / (rows + columns))
        return np.tile(rng.uniform(-a, a, size=(rows, n_hidden)), 4).astype("float32")

    b = np.zeros(4 * n_hidden, dtype="float32")
    b[n_hidden:2 * n_hidden] = 1
    W_out = rng.normal(size=(n_hidden, n_classes)).astype("float32")
    b_out = rng.normal(size=n_classes).astype("float32")
    return [glorot(n_inputs, 4 * n_hidden), glorot(n_hidden, 4 * n_hidden), b, W_out, b_out]
