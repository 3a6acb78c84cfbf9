# with to_categorical and an Embedding layer
def one_hot(ids, n_words):
    return keras.utils.to_categorical(ids, n_words)


def lookup(ids, matrix):
    layer = layers.Embedding(*matrix.shape)
    layer.build(None)
    layer.set_weights([matrix])
    return layer(np.asarray(ids))
