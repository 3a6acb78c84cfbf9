# batches from tf.data
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_three, y_three)).shuffle(5_000).batch(50)
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(batches, epochs=5, verbose=0)
