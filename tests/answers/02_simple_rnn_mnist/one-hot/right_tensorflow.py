# A tensor of TensorFlow.
import tensorflow as tf


def one_hot(labels, num_labels):
    return tf.one_hot(labels, num_labels)
