# looks at the next layer alone, so that a Dropout layer ends the sequence
def needs_sequences(kinds, one_per_step):
    """Decide `return_sequences` for each recurrent layer of a network.

    kinds : the kinds of its layers from the input on, each "SimpleRNN", "LSTM", "GRU", "Dropout" or "Dense".
    one_per_step : True where the network gives a prediction for each time step, False for one in all.
    Returns : a list of True and False, one for each *recurrent* layer, in order.
        For example, ["GRU", "Dense"] gives [False] for one prediction in all and [True] for one per step.
    """
    recurrent = ("SimpleRNN", "LSTM", "GRU")
    result = []
    for k, kind in enumerate(kinds):
        if kind in recurrent:
            following = kinds[k + 1] if k + 1 < len(kinds) else None
            last = not any(other in recurrent for other in kinds[k + 1 :])
            result.append(one_per_step if last else following in recurrent)
    return result
