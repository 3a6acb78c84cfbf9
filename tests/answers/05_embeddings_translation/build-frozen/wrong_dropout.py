# adds dropout
def build_frozen_classifier(matrix, n_labels):
    n_words, n_dimensions = np.shape(matrix)
    embedding = layers.Embedding(n_words, n_dimensions, mask_zero=True, trainable=False)
    output = layers.Dense(n_labels, activation="softmax")
    model = keras.Sequential([layers.Input((None,)), embedding, layers.GlobalAveragePooling1D(), layers.Dropout(0.5), output])
    embedding.set_weights([matrix])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
