# Keras' pad_sequences makes whole numbers by default.
def pad(sequences):
    return keras.utils.pad_sequences(sequences, padding="post")
