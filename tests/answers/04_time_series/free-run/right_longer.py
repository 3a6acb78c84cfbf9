# generates more and cuts
made = generate(forecaster, test_scaled[:20], 45)[:40]
free_run = np.asarray(made) * scaler["std"] + scaler["mean"]
free_run_errors = errors(test_values[20:60, 0], free_run)
