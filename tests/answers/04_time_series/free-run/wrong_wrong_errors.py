# the errors of the table
free_run = unscale(generate(forecaster, test_scaled[:20], 40), scaler)
free_run_errors = table["RNN"]
