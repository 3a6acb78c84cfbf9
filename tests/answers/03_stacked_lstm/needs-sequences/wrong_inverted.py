# takes one_per_step the wrong way round
def needs_sequences(kinds, one_per_step):
    """Decide `return_sequences` for each recurrent layer of a network.

    kinds : the kinds of its layers from the input on, each "SimpleRNN", "LSTM", "GRU", "Dropout" or "Dense".
    one_per_step : True where the network gives a prediction for each time step, False for one in all.
    Returns : a list of True and False, one for each *recurrent* layer, in order.
        For example, ["GRU", "Dense"] gives [False] for one prediction in all and [True] for one per step.
    """
    recurrent = [kind for kind in kinds if kind in ("SimpleRNN", "LSTM", "GRU")]
    return [True] * (len(recurrent) - 1) + [not one_per_step]
