# in a loop
def loss_floor(target):
    total = 0.0
    for value in target:
        if value > 1:
            total += value - 1
        elif value < -1:
            total += -1 - value
    return total / len(target)
