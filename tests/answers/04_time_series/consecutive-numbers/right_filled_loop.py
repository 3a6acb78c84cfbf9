# fills arrays in loops
def consecutive_numbers(n_vectors, n_steps):
    data, target = np.zeros((n_vectors, n_steps, 1)), np.zeros(n_vectors)
    for i in range(n_vectors):
        for j in range(n_steps):
            data[i, j, 0] = i + j
        target[i] = data[i, -1, 0] + 1
    return data, target
