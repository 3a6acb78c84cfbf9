# TensorFlow's own.
def softmax(z):
    return tf.nn.softmax(z)
