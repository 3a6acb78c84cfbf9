# the last value is a mean of width 1
def moving_average(x, width):
    return keras.ops.mean(keras.ops.convert_to_tensor(x)[:, -width:], axis=1)


def repeat_last(x):
    return moving_average(x, 1)
