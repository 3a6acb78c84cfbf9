# One line per epoch.
history = model.fit(x_train, y_train, epochs=20, batch_size=128, verbose=2)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=2)
