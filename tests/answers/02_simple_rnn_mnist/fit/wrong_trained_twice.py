# Trains twice and keeps the second history: 40 epochs.
model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
