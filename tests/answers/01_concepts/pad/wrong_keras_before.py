# Keras' pad_sequences puts zeros before by default.
def pad(sequences):
    return keras.utils.pad_sequences(sequences, dtype="float32")
