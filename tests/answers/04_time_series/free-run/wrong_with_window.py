# with the start in front
free_run = np.concatenate([test_values[:20], unscale(generate(forecaster, test_scaled[:20], 40), scaler)])
free_run_errors = errors(test_values[:60], free_run)
