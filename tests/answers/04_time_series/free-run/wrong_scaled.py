# in the scaled values
free_run = (generate(forecaster, test_scaled[:20], 40))
free_run_errors = errors(test_values[20:60], free_run)
