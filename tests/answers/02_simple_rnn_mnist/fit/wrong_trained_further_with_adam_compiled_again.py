# trained further with Adam: compiled again before the training
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0, callbacks=[TqdmCallback(verbose=0)])
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
