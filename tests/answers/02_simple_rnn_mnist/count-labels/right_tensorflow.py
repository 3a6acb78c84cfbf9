# A result of TensorFlow, a tensor without axes.
import tensorflow as tf


def count_labels(labels):
    return tf.size(tf.unique(labels)[0])
