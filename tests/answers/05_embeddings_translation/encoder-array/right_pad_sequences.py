# with pad_sequences
def encoder_array(id_lists, length):
    if max(len(ids) for ids in id_lists) > length:
        raise ValueError(f"more than {length} words")
    return keras.utils.pad_sequences([ids[::-1] for ids in id_lists], maxlen=length, padding="post")
