# reads the bias from a new Keras layer; TensorFlow
def initial_bias(units):
    layer = layers.LSTM(units)
    layer.build((None, None, 1))
    return layer.get_weights()[2]


def remembered(forget_bias, steps):
    return tf.sigmoid(float(forget_bias)) ** steps
