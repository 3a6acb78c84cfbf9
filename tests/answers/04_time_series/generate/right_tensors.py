# with keras.ops
def generate(model, window, n_new):
    x = keras.ops.convert_to_tensor(window, dtype="float32")[None]
    made = []
    for _ in range(n_new):
        forecast = model(x)[:, -1:]
        made.append(forecast[0])
        x = keras.ops.concatenate([x[:, 1:], forecast], axis=1)
    return keras.ops.concatenate(made, axis=0)
