# batches from tf.data
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_train_n, y_train_n)).shuffle(80).batch(8)
dense_model = build_lstm_dense(n_steps=5, units=1, learning_rate=0.02)
dense_history = dense_model.fit(batches, epochs=60, verbose=0)
dense_predictions = (dense_model.predict(x_test_n, verbose=0) * 100).ravel()
dense_error = float(np.abs(dense_predictions - y_test).mean())
