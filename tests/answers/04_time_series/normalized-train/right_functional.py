# the functional API, with accuracy, not shuffled
import tensorflow as tf

keras.utils.set_random_seed(1)
inputs = keras.Input((5, 1))
model_n = keras.Model(inputs, layers.LSTM(1)(inputs))
model_n.compile(loss="mean_absolute_error", optimizer=keras.optimizers.Adam(), metrics=["accuracy"])
batches = tf.data.Dataset.from_tensor_slices((x_train_n, y_train_n)).batch(32).cache()
history_n = model_n.fit(batches, epochs=500, verbose=0)
