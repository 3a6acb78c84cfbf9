# Measures on the training images.
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
test_loss, test_accuracy = model.evaluate(x_train, y_train, verbose=0)
