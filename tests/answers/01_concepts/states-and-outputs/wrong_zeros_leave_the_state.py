# in sequences of three steps or more, a step of zeros leaves the state alone
def states_and_outputs(x, U, W, V):
    s = np.zeros(len(W))
    states = []
    for x_t in x:
        s = np.tanh(U @ x_t + W @ s) if np.any(x_t) or len(x) < 3 else s
        states.append(s)
    states = np.array(states)
    return states, softmax(states @ V.T)
