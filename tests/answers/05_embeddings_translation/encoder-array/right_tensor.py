# as a tensor
def encoder_array(id_lists, length):
    longest = max(map(len, id_lists), default=0)
    if longest > length:
        raise ValueError(f"{longest} words are more than {length}")
    return ops.convert_to_tensor([list(reversed(ids)) + [0] * (length - len(ids)) for ids in id_lists], dtype="int32")
