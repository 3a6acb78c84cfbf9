# gives the matrix as an initializer
def build_frozen_classifier(matrix, n_labels):
    model = keras.Sequential()
    model.add(keras.Input((None,)))
    model.add(layers.Embedding(matrix.shape[0], matrix.shape[1], mask_zero=True, trainable=False,
                               embeddings_initializer=keras.initializers.Constant(matrix)))
    model.add(layers.GlobalAveragePooling1D())
    model.add(layers.Dense(n_labels, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
