# starts from the end of the training part
free_run = unscale(generate(forecaster, train_scaled[-20:], 40), scaler)
free_run_errors = errors(test_values[20:60], free_run)
