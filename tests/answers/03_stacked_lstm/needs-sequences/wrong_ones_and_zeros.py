# 1 and 0
def needs_sequences(kinds, one_per_step):
    """Decide `return_sequences` for each recurrent layer of a network.

    kinds : the kinds of its layers, starting at the input, each "SimpleRNN", "LSTM", "GRU", "Dropout" or "Dense";
        at least one of them is recurrent.
    one_per_step : True if the network gives a prediction for each time step, False for one per sequence.
    Returns : a list of True and False, one for each *recurrent* layer, in order.
        For example, ["GRU", "Dense"] gives [False] for one per sequence and [True] for one per step.
    """
    recurrent = [kind for kind in kinds if kind in ("SimpleRNN", "LSTM", "GRU")]
    return [1] * (len(recurrent) - 1) + [int(one_per_step)]
