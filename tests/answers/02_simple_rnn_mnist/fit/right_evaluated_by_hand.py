# Loss and accuracy worked out from the predictions.
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
p = model.predict(x_test, verbose=0)
test_accuracy = np.mean(p.argmax(axis=1) == labels_test)
test_loss = -np.mean(np.log(p[np.arange(len(p)), labels_test]))
