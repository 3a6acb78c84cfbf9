# the actual values
free_run = test_values[20:60].copy()
free_run_errors = errors(test_values[20:60], free_run)
