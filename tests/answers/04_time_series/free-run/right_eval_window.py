# starts from the first test window
free_run = unscale(generate(forecaster, x_eval[0], 40), scaler).tolist()
away = np.array(free_run) - test_values[20:60]
free_run_errors = {"MAE": float(np.abs(away).mean()), "MSE": float((away**2).mean())}
