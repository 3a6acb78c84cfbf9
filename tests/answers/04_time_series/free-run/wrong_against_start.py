# measured against the start
free_run = unscale(generate(forecaster, test_scaled[:20], 40), scaler)
free_run_errors = errors(test_values[:40], free_run)
