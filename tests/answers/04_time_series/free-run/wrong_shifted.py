# measured one step too early
free_run = unscale(generate(forecaster, test_scaled[:20], 40), scaler)
free_run_errors = errors(test_values[19:59], free_run)
