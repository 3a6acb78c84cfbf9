# Compiled at once; explicit names of the same functions.
def build_classifier(input_shape, units, dropout, num_labels):
    model = keras.models.Sequential(
        [
            keras.layers.Input(shape=input_shape),
            keras.layers.SimpleRNN(units, dropout=dropout, recurrent_dropout=0),
            keras.layers.Dense(num_labels, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
    return model
