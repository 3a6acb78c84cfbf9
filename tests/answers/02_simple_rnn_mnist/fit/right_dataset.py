# A dataset of TensorFlow.
import tensorflow as tf

batches = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(len(x_train)).batch(batch_size)
history = model.fit(batches, epochs=20, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
