# Keeps a twentieth of the training images for validation.
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, validation_split=0.05, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
