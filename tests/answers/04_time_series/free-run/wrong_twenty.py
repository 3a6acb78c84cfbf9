# 20 values
free_run = unscale(generate(forecaster, test_scaled[:20], 20), scaler)
free_run_errors = errors(test_values[20:40], free_run)
