# shifts the target
def decoder_arrays(id_lists, length, go, eos):
    if any(len(ids) >= length for ids in id_lists):
        raise ValueError("a sentence is too long")
    targets = keras.utils.pad_sequences([list(ids) + [eos] for ids in id_lists], maxlen=length, padding="post")
    inputs = np.roll(targets, 1, axis=1)
    inputs[inputs == eos] = 0
    inputs[:, 0] = go
    return inputs, targets
