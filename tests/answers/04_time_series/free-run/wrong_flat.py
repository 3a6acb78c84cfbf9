# a flat line
free_run = np.repeat(test_values[19:20], 40, axis=0)
free_run_errors = errors(test_values[20:60], free_run)
