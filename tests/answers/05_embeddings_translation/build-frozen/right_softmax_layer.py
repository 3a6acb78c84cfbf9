# with softmax as a layer, frozen before compile
def build_frozen_classifier(matrix, n_labels):
    embedding = layers.Embedding(len(matrix), len(matrix[0]), weights=[np.asarray(matrix)], mask_zero=True)
    model = keras.Sequential([keras.Input((None,)), embedding, layers.GlobalAveragePooling1D(),
                              layers.Dense(n_labels), layers.Softmax()])
    model.layers[0].trainable = False
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
