# keeps a network that was not trained
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_train_n.astype("float32"), y_train_n.astype("float32")))
batches = batches.cache().shuffle(80, reshuffle_each_iteration=True).batch(32)

history_n = build_lstm(5, 1).fit(batches, epochs=500, verbose=0)
model_n = build_lstm(5, 1)
