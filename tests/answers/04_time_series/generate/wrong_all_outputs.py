# takes all outputs as the next window
def generate(model, window, n_new):
    values, made = np.array(window), []
    for _ in range(n_new):
        values = np.asarray(model(values[np.newaxis]))[0]
        made.append(values[-1])
    return np.array(made)
