# Cuts to the shortest sequence.
def pad(sequences):
    n_steps = min(len(sequence) for sequence in sequences)
    return np.stack([sequence[:n_steps] for sequence in sequences])
