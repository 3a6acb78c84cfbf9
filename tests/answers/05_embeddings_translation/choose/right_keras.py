# with keras.ops
def choose_words(scores):
    p = ops.softmax(ops.convert_to_tensor(scores), axis=-1)
    return ops.argmax(p, axis=-1), ops.max(p, axis=-1)
