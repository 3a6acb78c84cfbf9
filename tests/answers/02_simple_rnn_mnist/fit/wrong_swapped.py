# Takes the accuracy for the loss.
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
test_accuracy, test_loss = model.evaluate(x_test, y_test, verbose=0)
