# a Sequential in a Sequential
def build_frozen_classifier(matrix, n_labels):
    embedding = layers.Embedding(*np.shape(matrix), mask_zero=True)
    reader = keras.Sequential([layers.Input((None,)), embedding, layers.GlobalAveragePooling1D()])
    embedding.set_weights([np.asarray(matrix)])
    reader.trainable = False
    model = keras.Sequential([layers.Input((None,)), reader, layers.Dense(n_labels, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
