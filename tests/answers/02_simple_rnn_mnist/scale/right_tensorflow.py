# TensorFlow's cast.
import tensorflow as tf


def scale(images):
    return tf.cast(images, tf.float32) / 255.0
