# Tensors of TensorFlow.
import tensorflow as tf

x_train = tf.cast(images_train, "float32") / 255
x_test = tf.cast(images_test, "float32") / 255
num_labels = len(np.unique(labels_train))
y_train, y_test = tf.one_hot(labels_train, num_labels), tf.one_hot(labels_test, num_labels)
