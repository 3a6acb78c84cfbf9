# True only if the number occurs exactly once
def seen_in_training(x_train, y_test):
    return (y_test[:, None] == x_train.reshape(1, -1)).sum(axis=1) == 1
