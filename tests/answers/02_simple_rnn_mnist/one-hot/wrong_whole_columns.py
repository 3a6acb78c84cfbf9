# Sets whole columns to one.
def one_hot(labels, num_labels):
    rows = np.zeros((len(labels), num_labels))
    rows[:, labels] = 1
    return rows
