# Trains another model than `model`.
trained = keras.models.clone_model(model)
trained.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
history = trained.fit(x_train, y_train, batch_size=batch_size, epochs=20, verbose=0)
test_loss, test_accuracy = trained.evaluate(x_test, y_test, verbose=0)
