# another network
free_run = unscale(generate(build_forecaster(20, 1, 100, 1), test_scaled[:20], 40), scaler)
free_run_errors = errors(test_values[20:60], free_run)
