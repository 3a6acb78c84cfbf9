# a loop over targets and vectors
def seen_in_training(x_train, y_test):
    seen = np.zeros(len(y_test), dtype=bool)
    for place, value in enumerate(y_test):
        for vector in x_train:
            if value in vector[:, 0]:
                seen[place] = True
    return seen
