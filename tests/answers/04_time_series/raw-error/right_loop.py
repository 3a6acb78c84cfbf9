# vector by vector
raw_predictions = [float(value) for value in raw_model.predict(x_test, verbose=0)[:, 0]]
raw_error = sum(abs(p - y) for p, y in zip(raw_predictions, y_test)) / 20
