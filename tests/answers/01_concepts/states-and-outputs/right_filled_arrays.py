# Fills two arrays.
def states_and_outputs(x, U, W, V):
    states, outputs = np.zeros((len(x), len(W))), np.zeros((len(x), len(V)))
    for t in range(len(x)):
        before = states[t - 1] if t > 0 else np.zeros(len(W))
        states[t] = np.tanh(np.dot(U, x[t]) + np.dot(W, before))
        z = V.dot(states[t])
        e = np.exp(z - z.max())
        outputs[t] = e / e.sum()
    return states, outputs
