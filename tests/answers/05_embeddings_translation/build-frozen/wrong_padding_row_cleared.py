# sets the row of the padding to zero in the matrix itself
def build_frozen_classifier(matrix, n_labels):
    matrix[0] = 0
    n_words, n_dimensions = np.shape(matrix)
    embedding = layers.Embedding(n_words, n_dimensions, mask_zero=True, trainable=False)
    output = layers.Dense(n_labels, activation="softmax")
    model = keras.Sequential([layers.Input((None,)), embedding, layers.GlobalAveragePooling1D(), output])
    embedding.set_weights([matrix])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
