# The same SimpleRNN layer in each network of a size.
made = {}


def build_classifier(input_shape, units, dropout, num_labels):
    key = (input_shape[1], units, dropout)
    if key not in made:
        made[key] = layers.SimpleRNN(units, dropout=dropout)
    return keras.Sequential([layers.Input(input_shape), made[key], layers.Dense(num_labels, activation="softmax")])
