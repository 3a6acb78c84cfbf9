# errors in the scaled values
free_run = unscale(generate(forecaster, test_scaled[:20], 40), scaler)
free_run_errors = errors(test_scaled[20:60], generate(forecaster, test_scaled[:20], 40))
