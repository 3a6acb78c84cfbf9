# Forgets the batch size: Keras takes 32.
history = model.fit(x_train, y_train, epochs=20, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
