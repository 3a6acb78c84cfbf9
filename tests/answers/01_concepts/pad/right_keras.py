# Keras' pad_sequences with the right arguments.
def pad(sequences):
    return keras.utils.pad_sequences(sequences, padding="post", dtype="float32")
