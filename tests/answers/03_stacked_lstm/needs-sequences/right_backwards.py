# walks from the end
def needs_sequences(kinds, one_per_step):
    """Decide `return_sequences` for each recurrent layer of a network.

    kinds : the kinds of its layers from the input on, each "SimpleRNN", "LSTM", "GRU", "Dropout" or "Dense".
    one_per_step : True where the network gives a prediction for each time step, False for one in all.
    Returns : a list of True and False, one for each *recurrent* layer, in order.
        For example, ["GRU", "Dense"] gives [False] for one prediction in all and [True] for one per step.
    """
    result, needed = [], one_per_step
    for kind in reversed(kinds):
        if kind not in ("Dense", "Dropout"):
            result.insert(0, needed)
            needed = True
    return result
