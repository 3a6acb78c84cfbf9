# targets that do not belong to their inputs
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_train_n.astype("float32"), np.sort(y_train_n).astype("float32")))
batches = batches.cache().shuffle(80, reshuffle_each_iteration=True).batch(32)

model_n = build_lstm(5, 1)
history_n = model_n.fit(batches, epochs=500, verbose=0)
