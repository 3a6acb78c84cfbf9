# raises an AssertionError
def encoder_array(id_lists, length):
    assert all(len(ids) <= length for ids in id_lists), "too long"
    return np.array([ids[::-1] + [0] * (length - len(ids)) for ids in id_lists], dtype=int).reshape(len(id_lists), length)
