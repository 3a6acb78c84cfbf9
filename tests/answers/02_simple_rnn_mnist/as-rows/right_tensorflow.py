# A tensor of TensorFlow.
import tensorflow as tf


def as_rows(images, n_steps, n_inputs):
    return tf.reshape(images, [-1, n_steps, n_inputs])
