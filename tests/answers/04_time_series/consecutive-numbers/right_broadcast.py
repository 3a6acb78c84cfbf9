# by broadcasting, float32
def consecutive_numbers(n_vectors, n_steps):
    first = np.arange(n_vectors, dtype="float32")
    return (first[:, None] + np.arange(n_steps, dtype="float32"))[:, :, None], first + n_steps
