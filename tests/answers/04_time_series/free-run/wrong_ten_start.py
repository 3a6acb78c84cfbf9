# starts from 10 values
free_run = unscale(generate(forecaster, test_scaled[:10], 40), scaler)
free_run_errors = errors(test_values[10:50], free_run)
