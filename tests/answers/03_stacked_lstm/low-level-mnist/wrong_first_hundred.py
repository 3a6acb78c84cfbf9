# the first 100 test images in place of 128
start = initial_weights(28, 128, 10, seed=1)
trained = train(x_train, y_train, start, 0.003, 128, 150, 50)
logits = np.asarray(classify(x_test[:100], trained["weights"]))
test_accuracy = float(np.mean(np.argmax(logits, axis=1) == np.argmax(y_test[:100], axis=1)))
