# A list of two lists.
def states_and_outputs(x, U, W, V):
    s, states = [0.0] * len(W), []
    for x_t in x:
        s = np.tanh(U @ x_t + W @ s)
        states.append(s)
    return [states, [softmax(V @ s) for s in states]]
