# A loop over the features, with the math module.
import math


def neuron_step(x_t, h_prev, w_x, w_h, b):
    total = b + h_prev * w_h
    for value, weight in zip(x_t, w_x, strict=True):
        total += float(value) * float(weight)
    return math.tanh(total)
