# a list, window by window
def part_of_window(starts, n_steps, n_train):
    parts = []
    for start in starts:
        if start + n_steps <= n_train - 1:
            parts.append(0)
        elif start >= n_train:
            parts.append(1)
        else:
            parts.append(-1)
    return parts
