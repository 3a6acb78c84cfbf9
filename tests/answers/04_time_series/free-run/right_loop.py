# a loop of its own
known = [float(value) for value in test_scaled[:20, 0]]
while len(known) < 60:
    known.append(float(np.asarray(forecaster(np.array(known[-20:], dtype="float32")[None, :, None]))[0, -1, 0]))
free_run = unscale(np.array(known[20:])[:, None], scaler)
free_run_errors = errors(np.ravel(test_values[20:60]), np.ravel(free_run))
