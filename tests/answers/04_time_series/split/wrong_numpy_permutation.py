# shuffles with another generator
data, target = consecutive_numbers(100, 5)
order = np.random.default_rng(4).permutation(100)
x_train, x_test, y_train, y_test = data[order[:80]], data[order[80:]], target[order[:80]], target[order[80:]]
