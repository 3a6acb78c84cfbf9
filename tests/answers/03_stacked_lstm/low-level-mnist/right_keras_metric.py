# Keras' accuracy
trained = train(x_train, y_train, initial_weights(28, 128, 10, 3), 0.003, 128, 150, 50)
scores = classify(tf.constant(x_test[:128]), trained["weights"])
test_accuracy = np.mean(keras.metrics.categorical_accuracy(y_test[:128], scores))
