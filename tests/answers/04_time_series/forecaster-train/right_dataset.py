# batches from tf.data
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_windows, y_windows)).shuffle(5_000).batch(50)
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(batches, epochs=10, verbose=0)
