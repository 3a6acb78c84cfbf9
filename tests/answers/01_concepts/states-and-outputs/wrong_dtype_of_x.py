# Keeps the states in the dtype of x.
def states_and_outputs(x, U, W, V):
    states = np.zeros((len(x), len(W)), dtype=x.dtype)
    s, outputs = np.zeros(len(W)), []
    for t in range(len(x)):
        s = np.tanh(U @ x[t] + W @ s)
        states[t] = s
        outputs.append(softmax(V @ s))
    return states, np.array(outputs)
