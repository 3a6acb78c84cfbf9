# one step ahead, from actual values
free_run = unscale(forecaster.predict(x_eval[:40], verbose=0)[:, -1], scaler)
free_run_errors = errors(test_values[20:60], free_run)
