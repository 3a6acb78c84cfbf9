# looks at the length of the first sentence alone
def encoder_array(id_lists, length):
    if len(id_lists[0]) > length:
        raise ValueError("too long")
    return np.array([(ids[::-1] + [0] * length)[:length] for ids in id_lists], dtype=int).reshape(len(id_lists), length)
