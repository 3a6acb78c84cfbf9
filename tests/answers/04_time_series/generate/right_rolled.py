# rolls a copy
def generate(model, window, n_new):
    x = np.array(window, dtype="float32")[np.newaxis]
    made = np.zeros((n_new, 1), dtype="float32")
    for step in range(n_new):
        made[step] = model(x)[0, -1]
        x = np.roll(x, -1, axis=1)
        x[0, -1] = made[step]
    return made
