# TensorFlow's conversion of images.
import tensorflow as tf


def scale(images):
    return tf.image.convert_image_dtype(images, tf.float32)
