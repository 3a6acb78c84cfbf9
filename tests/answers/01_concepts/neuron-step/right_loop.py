# A loop over the features, with the math module.
import math


def neuron_step(x_t, y_prev, w_x, w_y, b):
    total = b + y_prev * w_y
    for value, weight in zip(x_t, w_x, strict=True):
        total += float(value) * float(weight)
    return math.tanh(total)
