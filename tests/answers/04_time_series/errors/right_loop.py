# a loop
def errors(actual, forecast):
    pairs = list(zip(np.asarray(actual).ravel().tolist(), np.asarray(forecast).ravel().tolist()))
    squares = [(a - f) ** 2 for a, f in pairs]
    sizes = [abs(a - f) for a, f in pairs]
    return {"MSE": sum(squares) / len(pairs), "MAE": sum(sizes) / len(pairs)}
