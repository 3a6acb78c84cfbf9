# splits the places
data, target = consecutive_numbers(n_vectors=100, n_steps=5)
train_places, test_places = train_test_split(np.arange(100), test_size=0.2, random_state=4)
x_train, x_test = data[train_places], data[test_places]
y_train, y_test = target[train_places], target[test_places]
