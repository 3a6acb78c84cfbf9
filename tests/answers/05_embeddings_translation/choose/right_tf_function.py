# in TensorFlow, as a tf.function
import tensorflow as tf


@tf.function(reduce_retracing=True)
def choose_words(scores):
    probabilities = tf.nn.softmax(scores)
    return tf.argmax(scores, axis=-1), tf.reduce_max(probabilities, axis=2)
