# Returns the outputs first.
def states_and_outputs(x, U, W, V):
    s_t = np.zeros(len(W))
    states, outputs = [], []
    for x_t in x:
        s_t = np.tanh(U @ x_t + W @ s_t)
        states.append(s_t)
        outputs.append(softmax(V @ s_t))
    return np.stack(outputs), np.stack(states)
