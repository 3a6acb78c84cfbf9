# starts from the last 20 values
free_run = unscale(generate(forecaster, test_scaled[-20:], 40), scaler)
free_run_errors = errors(test_values[20:60], free_run)
