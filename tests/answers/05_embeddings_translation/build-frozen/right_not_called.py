# without an Input, the matrix as an initializer
def build_frozen_classifier(matrix, n_labels):
    start = keras.initializers.Constant(np.array(matrix))
    model = keras.Sequential(
        [
            layers.Embedding(len(matrix), len(matrix[0]), embeddings_initializer=start, mask_zero=True, trainable=False),
            layers.GlobalAveragePooling1D(),
            layers.Dense(n_labels, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
