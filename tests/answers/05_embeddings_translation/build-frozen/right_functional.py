# functional, frozen with an attribute
def build_frozen_classifier(matrix, n_labels):
    ids = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(*matrix.shape, mask_zero=True)
    embedding.trainable = False
    mean = layers.GlobalAveragePooling1D()(embedding(ids))
    model = keras.Model(ids, layers.Dense(n_labels, activation="softmax")(mean))
    embedding.set_weights([matrix])
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy())
    return model
