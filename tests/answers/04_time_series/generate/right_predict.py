# with predict, a list
def generate(model, window, n_new):
    values = [float(value) for value in np.ravel(window)]
    for _ in range(n_new):
        x = np.array(values[-len(window) :], dtype="float32").reshape(1, -1, 1)
        values.append(float(model.predict(x, verbose=0)[0, -1, 0]))
    return np.array(values[len(window) :]).reshape(-1, 1)
