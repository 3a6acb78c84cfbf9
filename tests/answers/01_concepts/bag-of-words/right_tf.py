# Comparisons of TensorFlow, as tensors of whole numbers.
def bag_of_words(words, vocabulary):
    equal = tf.equal(tf.constant(words)[:, None], tf.constant(vocabulary)[None, :])
    return tf.reduce_sum(tf.cast(equal, tf.int32), axis=0)
