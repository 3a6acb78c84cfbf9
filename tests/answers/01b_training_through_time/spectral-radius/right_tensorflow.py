# With TensorFlow.
def spectral_radius(W_h):
    return tf.reduce_max(tf.abs(tf.linalg.eigvals(tf.cast(W_h, tf.float64))))


def predict_gradient(W_h):
    radius = float(spectral_radius(W_h))
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
