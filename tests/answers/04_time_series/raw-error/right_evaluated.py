# has Keras measure it
raw_predictions = np.squeeze(raw_model.predict(x_test, batch_size=7, verbose=0))
raw_error = keras.losses.mean_absolute_error(y_test.astype("float32"), raw_predictions)
