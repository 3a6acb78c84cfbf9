# with scikit-learn
from sklearn.metrics import mean_absolute_error

raw_predictions = raw_model.predict(x_test, verbose=0).reshape(20)
raw_error = mean_absolute_error(y_test, raw_predictions)
