# without an Input, called once to be built
def build_frozen_classifier(matrix, n_labels):
    matrix = np.array(matrix)
    embedding = layers.Embedding(*matrix.shape, mask_zero=True)
    model = keras.Sequential([embedding, layers.GlobalAveragePooling1D(), layers.Dense(n_labels, "softmax")])
    model(np.ones((1, 1)))
    embedding.set_weights([matrix])
    embedding.trainable = False
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
