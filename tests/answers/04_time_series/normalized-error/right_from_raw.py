# divides the raw inputs here, keras.losses
predictions_n = np.squeeze(model_n.predict(x_test / 100, verbose=0) * 100)
error_n = keras.losses.mean_absolute_error(y_test, predictions_n.astype("float64"))
