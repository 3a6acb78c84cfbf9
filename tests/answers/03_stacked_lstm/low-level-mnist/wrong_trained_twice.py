# trained a second time from the trained weights
weights_mnist = initial_weights(28, 128, 10, seed=1)
trained = train(x_train, y_train, weights_mnist, learning_rate=0.003, batch_size=128, iterations=150, display_step=25)
trained = train(x_train, y_train, trained["weights"], 0.003, 128, 150, 25)
predicted = np.argmax(classify(x_test[:128], trained["weights"]), axis=1)
test_accuracy = np.mean(predicted == labels_test[:128])
